/** Tables that people keep conversations in: separated values, spreadsheets and Parquet. */
@NullMarked
package studio.timbre.dataset.table;

import org.jspecify.annotations.NullMarked;
