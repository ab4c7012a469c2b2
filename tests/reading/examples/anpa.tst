N1204north
r i BC-NV--Strait-Convoy 1stLd   03-14 0210
^BC-NV--Strait Convoy, 1st Ld,118<
^First convoy of grain ships leaves Port Ardent<
^AP Photo NVX101, NVX102<
^Eds: Adds quotation of a pilot in the third paragraph.<
^By TAMSIN OAKE and BRAM VELDER=
^Associated Press=
	   PORT ARDENT, Norvanna (AP) _ Forty grain ships left Port Ardent on Saturday, the first in 14 months.
 
	   ``We have pilots, and we have a date,'' Foreign Minister Ilse Corrant said. She called it `a beginning' _ and no more.
 
	   ;Ships;Tonnes<
	   Norvanna;24;310,000<
	   Quellin;16;4{<
	   ___
 
	   Velder reported from Quell Harbour.
^END<
	   AP-NN-03-14-26 1642GMT<


