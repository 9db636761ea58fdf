-- What is to start next is asked study by study: the planned dialogues of a study that has enough to do, or is paused, are not read.
create index dialogue_to_start_of_study on dialogue (study, rank) where stage = 'PLANNED';
drop index dialogue_to_start;

-- A new writer looks for what was sent in the last minute. Attempts lie in the order of their sending, about: ranges of them do.
create index attempt_by_sent on attempt using brin (sent) with (autosummarize = on);
