"""MB: what the columns of Mutu Baku say, and how they fit together.

MB-10, MB-11 and MB-12 compare with the standar pelayanan and the norma waktu of a workload analysis; they come with
the registers that hold those, since the document alone cannot tell.
"""
