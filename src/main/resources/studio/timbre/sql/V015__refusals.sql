-- Whether there are words of refusal is told now as well: what may hold some is looked at anew, in the background.
UPDATE conversation_trait SET holds = NULL, language = NULL
WHERE conversation IN (SELECT id FROM conversation WHERE instr(json, '"refusal"') > 0);
