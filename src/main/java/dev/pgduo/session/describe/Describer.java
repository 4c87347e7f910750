package dev.pgduo.session.describe;

import dev.pgduo.session.query.Answer;
import dev.pgduo.session.query.CatalogQuery;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Runs the query of a query file and prints the answer, or that there is none. */
final class Describer {
    private final Psql psql;

    Describer(Psql psql) {
        this.psql = psql;
    }

    /** Runs the file; returns whether it succeeded, after errors were printed. */
    boolean describe(String file, Circumstances in) throws IOException {
        Query query = QueryFile.of(file).in(in);
        if (query.has("refuse")) {
            psql.err(query.all("refuse").get(0));
            return true;
        }
        Sheet sheet = Sheet.of(query, in);
        Optional<List<Answer>> answers =
                CatalogQuery.ask(psql, sheet.statements().toList());
        if (answers.isEmpty()) {
            return false;
        }
        Answer first = answers.get().get(0);
        boolean found = !first.isEmpty() || query.all("none").isEmpty();
        if (!found && !psql.settings().quiet()) {
            psql.err(query.all("none").get(0));
            return !query.has("each");
        }
        if (query.has("each")) {
            return found && each(query.all("each"), first, in);
        }
        sheet.print(answers.get().iterator(), psql);
        return true;
    }

    private boolean each(List<String> files, Answer objects, Circumstances in) throws IOException {
        for (int i = 0; i < objects.rows().size(); i++) {
            if (!object(files, in.withRow(objects, i))) {
                return false;
            }
        }
        return true;
    }

    private boolean object(List<String> files, Circumstances in) throws IOException {
        List<Sheet> sheets = files.stream()
                .map(file -> QueryFile.of(file).in(in))
                .filter(Query::wanted)
                .map(query -> Sheet.of(query, in))
                .toList();
        List<String> statements = new ArrayList<>();
        sheets.forEach(sheet -> sheet.statements().forEach(statements::add));
        Optional<List<Answer>> answers = CatalogQuery.ask(psql, statements);
        if (answers.isEmpty()) {
            return false;
        }
        Iterator<Answer> next = answers.get().iterator();
        for (Sheet sheet : sheets) {
            sheet.print(next, psql);
        }
        return true;
    }
}
