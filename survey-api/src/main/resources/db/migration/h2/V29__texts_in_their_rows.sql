-- Events and views are kept in their rows: beside them each would cost a lookup, and memory that grows with their number.
set max_length_inplace_lob 65536;
