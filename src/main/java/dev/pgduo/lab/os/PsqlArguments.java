package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.LabException;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.wire.Conninfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a {@code psql} command line asks for.
 *
 * @param host {@code -h}, or null
 * @param port {@code -p}, or null
 * @param user {@code -U} or the second word, or null
 * @param database {@code -d} or the first word, or null; a connection string there overrides the options
 * @param style {@code --psql-style}, or null
 */
public record PsqlArguments(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String database,
        @Nullable PsqlStyle style) {
    /** The letter that stands for {@code --csv}, which has none. */
    public static final char CSV = 'C';

    /** The letter that stands for {@code --psql-style}, an option of pgduo. */
    public static final char STYLE = 'Y';

    /** The options of psql 15; long options in psql's order. */
    public static final Getopt OPTIONS =
            Getopt.of("aAbeEHlnqsStVwWxXz?01", "cdfFhLopPRTUv", """
            echo-all=a no-align=A command=c dbname=d echo-queries=e echo-errors=b echo-hidden=E file=f field-separator=F
            field-separator-zero=z host=h html=H list=l log-file=L no-readline=n single-transaction=1 output=o port=p pset=P
            quiet=q record-separator=R record-separator-zero=0 single-step=s single-line=S tuples-only=t table-attr=T
            username=U set=v variable=v version=V no-password=w password=W expanded=x no-psqlrc=X help=? csv=C
            """).withWhole("psql-style", STYLE);

    /** Options with which psql does not open an interactive session. */
    private static final List<Character> ENDING = List.of('c', 'f', 'l', 'V', Getopt.HELP);

    /**
     * Reads the words after {@code psql}; options that do not concern the connection are ignored.
     *
     * @throws LabException with psql's message when psql would refuse the words
     */
    public static PsqlArguments of(List<String> words) {
        try {
            return of(OPTIONS.read(words));
        } catch (Getopt.Unreadable e) {
            throw LabException.of(e.words());
        } catch (IllegalArgumentException e) {
            throw LabException.of(String.valueOf(e.getMessage()));
        }
    }

    private static PsqlArguments of(Getopt.Words words) {
        Deque<String> names = new ArrayDeque<>(words.operands());
        String database = words.value('d').orElseGet(names::poll);
        String user = words.value('U').orElseGet(names::poll);
        Conninfo options = Conninfo.empty()
                .with("host", words.value('h').orElse(null))
                .with("port", words.value('p').orElse(null))
                .with("user", user);
        Conninfo all = database != null && Conninfo.isConnectionString(database)
                ? options.overlaid(Conninfo.parse(database))
                : options.with("dbname", database);
        String port = all.value("port", "");
        return new PsqlArguments(
                all.value("host"),
                port.matches("\\d{1,5}") ? Integer.valueOf(port) : null,
                all.value("user"),
                all.value("dbname"),
                words.value(STYLE).map(PsqlStyle::of).orElse(null));
    }

    /** Whether psql opens an interactive session with these words. */
    static boolean openSession(Getopt.Words words) {
        return ENDING.stream().noneMatch(words::has);
    }
}
