package dev.pgduo.transcript.foreign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that says with a word and a colon what follows: an example, which is typed, or the syntax, which nobody types. */
final class LabelledLine {
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?iu)(?:(?:(?:for\\s+)?examples?|ex|eg|commands?|cmd|query|например|пример|команда|beispiel|befehl|exemple|commande|ejemplo|comando)\\s*\\d*\\s*[:：]\\s*"
                    + "|e\\.\\s?g\\.\\s*[,:]?\\s+)(?<rest>\\S.*)");
    private static final Pattern SYNTAX =
            Pattern.compile("(?iu)(?:syntax|synopsis|синтаксис|syntaxe|sintaxis)\\s*[:：].*");

    private LabelledLine() {}

    /** The command of an example; empty when the line is none, or has no command. */
    static Optional<String> command(String line) {
        Matcher example = EXAMPLE.matcher(line.strip());
        return example.matches()
                ? Optional.of(example.group("rest").strip()).filter(LabelledLine::typed)
                : Optional.empty();
    }

    private static boolean typed(String text) {
        boolean sentence = text.matches("(?s).*\\s\\p{L}+[.:!?]");
        return LineLooks.plainCommand(text) || (!sentence && LineLooks.shell(text) && text.contains(" "));
    }

    /** Whether a line shows the syntax of something. */
    static boolean syntax(String line) {
        return SYNTAX.matcher(line.strip()).matches();
    }
}
