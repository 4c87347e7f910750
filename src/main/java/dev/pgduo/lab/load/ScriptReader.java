package dev.pgduo.lab.load;

import dev.pgduo.report.Position;
import dev.pgduo.scan.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script: statements with a semicolon at the end, and backslash commands with a line each. */
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
     * Reads it.
     *
     * @param name of its file, or its own
     * @throws ScriptError when it cannot be read
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
        return new Script(name, weight, reader.commands);
    }

    private void line(String line, int number) {
        String stripped = line.strip();
        if (statement.toString().isBlank() && !scanner.inQuote() && stripped.startsWith("\\")) {
            meta(line, stripped, number);
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
            throw wrong(number, line.indexOf('\\'), "backslash commands stand on lines of their own");
        }
    }

    private void begin(int line, int from) {
        begin = line;
        taken = from;
    }

    private void statement() {
        String text = statement.toString().strip();
        statement.setLength(0);
        scanner.reset();
        if (!text.isEmpty() && !text.equals(";") && !onlyComments(text)) {
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
        return ScriptError.at(new Position(name, number, Math.max(0, column) + 1), what, lines[number - 1]);
    }

    private void meta(String line, String stripped, int number) {
        String command = stripped.substring(1);
        String word = command.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        int column = line.indexOf('\\');
        switch (word) {
            case "set" -> {
                Matcher set = SET.matcher(command);
                if (!set.matches()) {
                    throw wrong(number, column, "missing argument in command \"set\"");
                }
                commands.add(new ScriptCommand.Set(stripped, set.group(1), formula(set, line, number)));
            }
            case "sleep" -> {
                Matcher sleep = SLEEP.matcher(command);
                if (!sleep.matches()) {
                    throw wrong(number, column, "missing argument in command \"sleep\"");
                }
                commands.add(new ScriptCommand.Pause(stripped, pause(sleep)));
            }
            default -> throw wrong(number, column, "invalid command in command \"" + word + "\"");
        }
    }

    private Formula formula(Matcher set, String line, int number) {
        FormulaReader reader = FormulaReader.of(set.group(2));
        try {
            return reader.read();
        } catch (ScriptError e) {
            int column = line.indexOf('\\') + 1 + set.start(2) + reader.place();
            throw ScriptError.at(
                    new Position(name, number, column + 1),
                    e.words() + " in command \"set\"",
                    line + "\n" + " ".repeat(column) + "^ error found here");
        }
    }

    private static Formula pause(Matcher sleep) {
        String unit = sleep.group(2) == null ? "s" : sleep.group(2);
        long factor = unit.equals("us") ? 1 : unit.equals("ms") ? MILLI : WHOLE;
        Formula number = FormulaReader.read(sleep.group(1));
        return values -> Formula.whole(number.of(values)) * factor;
    }
}
