/*
 * sheet_json.h - the serial form of a workbook's sheets: CONTRACTS, "dondoc.sheet/1".
 */
#ifndef DONDOC_MODEL_SHEET_JSON_H
#define DONDOC_MODEL_SHEET_JSON_H

#include "model/model_json.h"
#include "model/sheets.h"

#define SHEET_SCHEMA "dondoc.sheet/1"

/* sheet_json() - one object, without a line end. Linear. Fails as j->to does. */
void sheet_json(json_out *j, const sheets *all, const reading *r, const json_source *source,
                const json_reader *reader);

#endif
