package dev.pgduo.session.describe;

import dev.pgduo.session.query.Answer;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.ShownCells;
import dev.pgduo.table.Column;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Printers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A description's table and the queries for the lines below it, which are sent together and printed as one. */
record Sheet(Query table, List<Query> footers) {
    static Sheet of(Query table, Circumstances in) {
        List<Query> footers = table.all("footer").stream()
                .map(name -> QueryFile.of(name).in(in))
                .filter(Query::wanted)
                .toList();
        return new Sheet(table, footers);
    }

    /** All statements, the table's first. */
    Stream<String> statements() {
        return Stream.concat(Stream.of(table), footers.stream()).map(Query::sql);
    }

    /**
     * Prints the table and the lines.
     *
     * @param answers the answers to the statements
     */
    void print(Iterator<Answer> answers, Psql psql) throws IOException {
        Answer rows = answers.next();
        List<String> below = new ArrayList<>();
        for (int i = 0; i < footers.size(); i++) {
            lines(answers.next(), below);
        }
        List<Column> columns = rows.fields().stream()
                .map(field ->
                        table.has("left") ? new Column(field.name(), false) : Column.of(field.name(), field.typeOid()))
                .toList();
        Heading heading = new Heading(columns, table.note("title").orElse(null), below);
        try (OutputStream output = psql.target().table()) {
            OutputPrinter printer = Printers.open(
                    heading, psql.target().fitted(options(psql.settings().print())), output);
            ShownCells.of(psql.host(), rows.fields()).print(rows.rows(), printer);
            printer.finish();
        } catch (InterruptedIOException e) {
            psql.tellCancel();
        }
    }

    private PrintOptions options(PrintOptions chosen) {
        PrintOptions options = table.showsNulls() ? chosen : chosen.withNullText("");
        if (table.expanded()) {
            options = options.withExpanded(Expanded.ON);
        }
        if (table.has("uncounted") || table.has("counted")) {
            options = options.withFooter(table.has("counted"));
        }
        return table.has("flat") ? options.withExpanded(Expanded.OFF) : options;
    }

    /**
     * Adds the lines of an answer with two columns: a heading, which is printed when it changes, and a line; both may be null.
     */
    private static void lines(Answer answer, List<String> below) {
        String last = "";
        for (int i = 0; i < answer.rows().size(); i++) {
            String heading = answer.text(i, 0);
            if (!heading.isEmpty() && !heading.equals(last)) {
                below.add(heading);
            }
            last = heading;
            if (!answer.isNull(i, 1)) {
                below.add(answer.text(i, 1));
            }
        }
    }
}
