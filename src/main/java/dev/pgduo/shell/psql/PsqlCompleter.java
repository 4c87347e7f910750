package dev.pgduo.shell.psql;

import dev.pgduo.session.query.Psql;
import dev.pgduo.shell.typing.BackslashWords;
import dev.pgduo.shell.typing.CatalogCache;
import dev.pgduo.shell.typing.SqlCompletion;
import dev.pgduo.shell.typing.SqlCompletion.Word;
import dev.pgduo.wire.WireConnection;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes backslash commands and SQL, with names of the connection's database. */
final class PsqlCompleter implements Completer {
    private final Psql psql;
    private final CatalogCache catalog = new CatalogCache();

    PsqlCompleter(Psql psql) {
        this.psql = psql;
        refresh();
    }

    private void refresh() {
        WireConnection connection = psql.connection();
        if (connection != null) {
            catalog.refresh(connection.endpoint());
        }
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        words(line.line(), line.cursor()).stream()
                .map(word -> new Candidate(word.value(), word.value(), null, null, null, null, true))
                .forEach(candidates::add);
    }

    private List<Word> words(String line, int cursor) {
        String typed = line.substring(0, cursor).stripLeading();
        if (typed.startsWith("\\") && typed.indexOf(' ') < 0) {
            return BackslashWords.starting(typed.substring(1));
        }
        WireConnection connection = psql.connection();
        return connection == null ? List.of() : SqlCompletion.at(catalog, connection.endpoint(), line, cursor);
    }
}
