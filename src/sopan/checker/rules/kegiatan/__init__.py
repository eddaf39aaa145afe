"""KG: what the column Kegiatan says."""
