// Opens each document of the page in bpmn-js, lets a person's hand change some, and leaves what was saved in the page.
const documents = JSON.parse(document.getElementById('documents').textContent);

// What a person does in the modeller, by the name of the document it is done to.
const EDITS = {
  rename(modeler) {
    modeler.get('modeling').updateLabel(element(modeler, 'Kegiatan_2'), 'Meneliti ulang berkas');
  },
  answer(modeler) {
    modeler.get('modeling').updateLabel(flow(modeler, 'Cabang_Kegiatan_2', 'Ya'), 'Lengkap');
  },
  lane(modeler) {
    modeler.get('modeling').updateLabel(element(modeler, 'Pelaksana_2'), 'Kepala Bagian');
  },
  move(modeler) {
    const task = element(modeler, 'Kegiatan_3'), lane = element(modeler, 'Pelaksana_1');
    const down = lane.y + lane.height / 2 - task.y - task.height / 2;
    modeler.get('modeling').moveElements([task], { x: 0, y: down }, element(modeler, 'Kolam'));
  },
  append(modeler) {
    const task = element(modeler, 'Kegiatan_1');
    const place = { x: task.x + 190, y: task.y + 40 };
    const added = modeler.get('modeling').appendShape(task, { type: 'bpmn:UserTask' }, place, element(modeler, 'Kolam'));
    modeler.get('modeling').updateLabel(added, 'Mencatat nomor');
  },
  remove(modeler) {
    modeler.get('modeling').removeElements([element(modeler, 'Kegiatan_4')]);
  },
  describe(modeler) {
    const moddle = modeler.get('moddle');
    const text = 'Kelengkapan:\n- Berkas\n- Kuitansi\nWaktu: 2 jam';
    const documentation = [moddle.create('bpmn:Documentation', { text })];
    modeler.get('modeling').updateProperties(element(modeler, 'Kegiatan_3'), { documentation });
  },
  kind(modeler) {
    modeler.get('bpmnReplace').replaceElement(element(modeler, 'Kegiatan_3'), { type: 'bpmn:UserTask' });
  },
  copy(modeler) {
    const task = element(modeler, 'Kegiatan_3'), place = { x: task.x + 200, y: task.y + 40 };
    modeler.get('copyPaste').copy([task]);
    modeler.get('copyPaste').paste({ element: element(modeler, 'Kolam'), point: place });
  },
  lanes(modeler) {
    modeler.get('modeling').removeElements([element(modeler, 'Pelaksana_2')]);
    const lane = modeler.get('modeling').addLane(element(modeler, 'Pelaksana_3'), 'bottom');
    modeler.get('modeling').updateLabel(lane, 'Bendahara');
  },
  title(modeler) {
    modeler.get('modeling').updateLabel(element(modeler, 'Kolam'), 'Penerbitan Surat');
  },
};

function element(modeler, id) {
  return modeler.get('elementRegistry').get(id);
}

function flow(modeler, source, name) {
  return element(modeler, source).outgoing.find((each) => each.businessObject.name === name);
}

async function opened(name, xml) {
  const modeler = new BpmnJS({ container: '#canvas' });
  const { warnings } = await modeler.importXML(xml);
  const ids = modeler.get('elementRegistry').getAll().map((each) => each.id).filter((id) => !id.endsWith('_label'));
  if (EDITS[name]) {
    EDITS[name](modeler);
  }
  const saved = await modeler.saveXML({ format: true });
  modeler.destroy();
  return { warnings: warnings.map((warning) => warning.message), ids, saved: saved.xml };
}

async function all() {
  const results = {};
  for (const [name, xml] of Object.entries(documents)) {
    results[name] = await opened(name, xml).catch((error) => ({ warnings: [String(error)], ids: [], saved: '' }));
  }
  document.getElementById('results').textContent = JSON.stringify(results);
}

all();
