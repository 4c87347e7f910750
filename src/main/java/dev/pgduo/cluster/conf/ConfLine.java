package dev.pgduo.cluster.conf;

import dev.pgduo.cluster.conf.ConfToken.Kind;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.util.Optional;
import java.util.Set;

/** One line of a configuration file with its terminator, split so that a value can be changed without changing the rest. */
sealed interface ConfLine {
    /** The line, character for character. */
    String text();

    /** The setting or include in it. */
    default Optional<Setting> setting() {
        return Optional.empty();
    }

    /** The error if the server cannot read it. */
    default Optional<Broken> broken() {
        return Optional.empty();
    }

    /** Parses a line, with or without a newline. */
    static ConfLine of(String text) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        ConfToken name = ConfToken.at(line, 0);
        if (name.is(Kind.END)) {
            return new Blank(text);
        }
        if (!name.isName()) {
            return broken(text, line, name);
        }
        ConfToken value = ConfToken.at(line, name.end());
        if (value.is(Kind.EQUALS)) {
            value = ConfToken.at(line, value.end());
        }
        if (!value.isValue()) {
            return broken(text, line, value);
        }
        ConfToken end = ConfToken.at(line, value.end());
        return end.is(Kind.END) ? new Setting(text, name.in(line), value) : broken(text, line, end);
    }

    private static Broken broken(String text, String line, ConfToken token) {
        return new Broken(text, token.start(), token.is(Kind.END) ? "" : token.in(line));
    }

    /** An empty line, or one with only a comment. */
    record Blank(String text) implements ConfLine {}

    /**
     * A setting or an include.
     *
     * @param name as written
     * @param token the value's token
     */
    record Setting(String text, String name, ConfToken token) implements ConfLine {
        private static final Set<String> INCLUDES = Set.of("include", "include_if_exists", "include_dir");

        @Override
        public Optional<Setting> setting() {
            return Optional.of(this);
        }

        boolean includes() {
            return INCLUDES.contains(Names.key(name));
        }

        boolean isFor(String other) {
            return Names.same(name, other);
        }

        ConfFile.Entry entry(int line) {
            String raw = token.in(text);
            return new ConfFile.Entry(name, token.is(Kind.STRING) ? ConfValue.unquote(raw) : raw, line, text);
        }

        /** The same line with another value, without quotes if the old one has none and the new one needs none. */
        String with(String plain) {
            boolean apart = " \t\r=".indexOf(text.charAt(token.start() - 1)) >= 0;
            boolean bare = apart && !token.is(Kind.STRING) && ConfToken.canBeBare(plain);
            String written = bare ? plain : ConfValue.quote(plain);
            return text.substring(0, token.start()) + written + text.substring(token.end());
        }
    }

    /**
     * A line that the server refuses.
     *
     * @param at the index of the error
     * @param token the text at the error; empty at the end of the line
     */
    record Broken(String text, int at, String token) implements ConfLine {
        @Override
        public Optional<Broken> broken() {
            return Optional.of(this);
        }

        ErrorReport report(String source, int line) {
            String near = token.isEmpty() ? "end of line" : "token \"" + token + "\"";
            return ErrorReport.error("syntax error in file \"" + source + "\" line " + line + ", near " + near)
                    .at(new Position(source, line, text.codePointCount(0, at) + 1));
        }
    }
}
