-- Pages of a study's dialogues, in their order.
create index dialogue_in_order on dialogue (study, rank);
