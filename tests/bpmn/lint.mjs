// Reads {name: BPMN} from stdin; writes {name: [what bpmn-moddle warns of and bpmnlint's recommended rules report]}.
import { text } from 'node:stream/consumers';

import Moddle from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

const documents = JSON.parse(await text(process.stdin));
const found = {};
for (const [name, xml] of Object.entries(documents)) {
  const { rootElement, warnings } = await new Moddle().fromXML(xml);
  // a linter of its own for each, because rules remember what they have seen
  const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
  const reports = Object.entries(await linter.lint(rootElement));
  found[name] = [
    ...warnings.map((warning) => warning.message),
    ...reports.flatMap(([rule, said]) => said.map((report) => `${rule}: ${report.id}: ${report.message}`)),
  ];
}
process.stdout.write(JSON.stringify(found));
