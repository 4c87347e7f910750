package dev.pgduo.session.describe;

import dev.pgduo.session.query.Answer;
import dev.pgduo.session.query.CatalogQuery;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command that creates a function or a view, for {@code \sf}, {@code \sv}, {@code \ef} and {@code \ev}. */
public enum ObjectSource {
    FUNCTION("function_source") {
        @Override
        public String template() {
            return """
                    CREATE FUNCTION ( )
                     RETURNS\s
                     LANGUAGE\s
                     -- common options:  IMMUTABLE  STABLE  STRICT  SECURITY DEFINER
                    AS $function$

                    $function$
                    """;
        }

        @Override
        boolean startsBody(String line) {
            return line.startsWith("AS ") || line.startsWith("BEGIN ") || line.startsWith("RETURN ");
        }
    },
    VIEW("view_source") {
        @Override
        public String template() {
            return """
                    CREATE VIEW  AS
                     SELECT\s
                      -- something...
                    """;
        }

        @Override
        boolean startsBody(String line) {
            return true;
        }
    };

    private final String file;

    ObjectSource(String file) {
        this.file = file;
    }

    /** The text to edit when no object is named. */
    public abstract String template();

    /** Whether this line is the first one of the body, which has number 1. */
    abstract boolean startsBody(String line);

    /**
     * The command, ending in a newline; empty when there is no such object, which has been printed.
     *
     * @param name the name as typed; a function's may include argument types
     */
    public Optional<String> of(String name, Psql psql) {
        Circumstances in = new Circumstances(
                0, 0, "", List.of(), name.contains("(") ? Set.of("signature") : Set.of(), Map.of("name", name));
        Optional<Answer> answer =
                CatalogQuery.askBriefly(psql, QueryFile.of(file).in(in).sql());
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Answer found = answer.get();
        if (!found.isNull(0, 0)) {
            psql.err(found.text(0, 0));
            return Optional.empty();
        }
        String text = found.text(0, 1);
        return Optional.of(text.endsWith("\n") ? text : text + "\n");
    }

    /** The number of lines of the command before the line with number 1. */
    public int header(String command) {
        return (int) command.lines().takeWhile(line -> !startsBody(line)).count();
    }

    /** The command with line numbers: a function's from its body on. */
    public String numbered(String command) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String line : command.lines().toList()) {
            number = number > 0 || startsBody(line) ? number + 1 : 0;
            text.append(number > 0 ? "%-7d ".formatted(number) : "        ")
                    .append(line)
                    .append('\n');
        }
        return text.toString();
    }
}
