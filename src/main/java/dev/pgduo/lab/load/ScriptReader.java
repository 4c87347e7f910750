package dev.pgduo.lab.load;

import dev.pgduo.report.Position;
import dev.pgduo.scan.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script: statements that end with a semicolon, and backslash commands of one line each. */
public final class ScriptReader {
    private static final Pattern SET = Pattern.compile("set\\s+(\\w+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern SLEEP = Pattern.compile("sleep\\s+(:?\\w+)\\s*(us|ms|s)?\\s*");
    private static final int MILLI = 1_000;
    private static final int WHOLE = 1_000_000;

    private final String name;
    private final List<ScriptCommand> commands = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private final SqlScanner scanner = new SqlScanner(statement);

    private final String[] lines;
    private int begin;
    private int taken;

    private ScriptReader(String name, String text) {
        this.name = name;
        this.lines = text.split("\n", -1);
    }

    /**
     * Reads a script.
     *
     * @param name the name of its file, or of the script
     * @throws ScriptError when the script has an error
     */
    public static Script read(String name, String text, int weight) {
        ScriptReader reader = new ScriptReader(name, text);
        for (int i = 0; i < reader.lines.length; i++) {
            reader.line(reader.lines[i], i + 1);
        }
        reader.statement();
        if (reader.commands.isEmpty()) {
            throw new ScriptError("empty command list for script \"" + name + "\"");
        }
        Script script = new Script(name, weight, reader.commands);
        script.branches();
        return script;
    }

    private void line(String line, int number) {
        String stripped = line.strip();
        if (statement.toString().isBlank() && !scanner.inQuote() && stripped.startsWith("\\")) {
            statement.setLength(0);
            meta(line, line.indexOf('\\'), number);
            return;
        }
        if (statement.toString().isBlank()) {
            begin(number, 0);
        }
        if (!statement.isEmpty()) {
            statement.append('\n');
        }
        scanner.line(line);
        SqlScanner.Stop stop = scanner.scan();
        while (stop == SqlScanner.Stop.SEMICOLON) {
            statement();
            begin(number, begin == number ? taken : 0);
            stop = scanner.scan();
        }
        if (stop == SqlScanner.Stop.BACKSLASH) {
            String rest = scanner.line().rest();
            taken(true);
            meta(line, line.length() - rest.length() - 1, number);
        }
    }

    private void begin(int line, int from) {
        begin = line;
        taken = from;
    }

    private void statement() {
        taken(false);
    }

    /**
     * Adds the collected text as a statement.
     *
     * @param further whether a backslash command follows on the same line; blanks before it then belong to the statement
     */
    private void taken(boolean further) {
        String text = further
                ? statement.toString().stripLeading()
                : statement.toString().strip();
        statement.setLength(0);
        scanner.reset();
        if (!text.isBlank() && !onlyComments(text)) {
            String first = text.lines().findFirst().orElse("");
            int column = Math.max(0, lines[begin - 1].indexOf(first, taken));
            commands.add(new ScriptCommand.Sql(text, new Position(name, begin, column + 1)));
            taken = column + first.length();
        }
    }

    private static boolean onlyComments(String text) {
        return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("--"));
    }

    private ScriptError wrong(int number, int column, String what) {
        return ScriptError.at(new Position(name, number, column + 1), what, lines[number - 1].substring(column));
    }

    private void meta(String line, int column, int number) {
        String source = line.substring(column).stripTrailing();
        String word = source.substring(1).split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        String rest = source.substring(Math.min(source.length(), word.length() + 1));
        switch (word) {
            case "set" -> {
                Matcher set = SET.matcher(source.substring(1));
                if (!set.matches()) {
                    throw wrong(number, column, "missing argument in command \"set\"");
                }
                Formula formula = formula(set.group(2), set.start(2) + 1, new Position(name, number, column + 1));
                commands.add(new ScriptCommand.Set(source, set.group(1), formula));
            }
            case "sleep" -> {
                Matcher sleep = SLEEP.matcher(source.substring(1));
                if (!sleep.matches()) {
                    throw wrong(number, column, "missing argument in command \"sleep\"");
                }
                commands.add(new ScriptCommand.Pause(source, pause(sleep)));
            }
            case "if", "elif" -> {
                Formula formula = formula(rest, word.length() + 1, new Position(name, number, column + 1));
                commands.add(new ScriptCommand.Condition(source, word.equals("if"), formula));
            }
            case "else", "endif" -> {
                if (!rest.isBlank()) {
                    throw wrong(number, column, "unexpected argument in command \"" + word + "\"");
                }
                commands.add(new ScriptCommand.Turn(source, word.equals("endif")));
            }
            case "gset", "aset" -> keep(word, rest.strip(), number, column);
            default -> throw wrong(number, column, "invalid command in command \"" + word + "\"");
        }
    }

    private void keep(String word, String prefix, int number, int column) {
        if (prefix.matches("\\S+\\s.*")) {
            throw wrong(number, column, "too many arguments in command \"" + word + "\"");
        }
        int last = commands.size() - 1;
        if (last < 0 || !(commands.get(last) instanceof ScriptCommand.Sql sql)) {
            throw ScriptError.at(new Position(name, number, column + 1), "\\" + word + " must follow an SQL command");
        }
        Keep.Which which = word.equals("gset") ? Keep.Which.LAST : Keep.Which.ALL;
        commands.set(last, sql.keeping(new Keep(which, prefix)));
    }

    /**
     * Reads an expression.
     *
     * @param begin the expression's offset behind the command's backslash
     * @param command the command's position
     */
    private Formula formula(String text, int begin, Position command) {
        FormulaReader reader = FormulaReader.of(text);
        try {
            return reader.read();
        } catch (ScriptError e) {
            String source = lines[command.line() - 1].substring(command.column() - 1);
            int column = begin + reader.place();
            String word = source.substring(1).split("\\s", 2)[0].toLowerCase(Locale.ROOT);
            throw ScriptError.at(
                    new Position(name, command.line(), command.column() + column),
                    e.words() + " in command \"" + word + "\"",
                    source + "\n" + " ".repeat(column) + "^ error found here");
        }
    }

    private static Formula pause(Matcher sleep) {
        String unit = sleep.group(2) == null ? "s" : sleep.group(2);
        long factor = unit.equals("us") ? 1 : unit.equals("ms") ? MILLI : WHOLE;
        Formula number = FormulaReader.read(sleep.group(1));
        return values -> Formula.whole(number.of(values)) * factor;
    }
}
