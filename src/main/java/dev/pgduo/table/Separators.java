package dev.pgduo.table;

/**
 * What stands between fields and records where the format does not say it itself. {@link #ZERO} stands for
 * {@code fieldsep_zero} and {@code recordsep_zero}.
 *
 * @param field between fields, unaligned format
 * @param record between records, unaligned format
 * @param csv between fields, CSV format: one ASCII character
 */
public record Separators(String field, String record, char csv) {
    /** A zero byte. */
    public static final String ZERO = "\0";

    /** psql's defaults: a bar, a newline, a comma. */
    public static final Separators DEFAULT = new Separators("|", "\n", ',');

    public Separators {
        if (csv == 0 || csv > 0x7f || csv == '"' || csv == '\n' || csv == '\r') {
            throw new IllegalArgumentException("not a CSV separator: " + (int) csv);
        }
    }

    public Separators withField(String newField) {
        return new Separators(newField, record, csv);
    }

    public Separators withRecord(String newRecord) {
        return new Separators(field, newRecord, csv);
    }

    public Separators withCsv(char newCsv) {
        return new Separators(field, record, newCsv);
    }
}
