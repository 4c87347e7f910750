package dev.pgduo.lab.load;

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

    private ScriptReader(String name) {
        this.name = name;
    }

    /**
     * Reads it.
     *
     * @param name of its file, or its own
     * @throws ScriptError when it cannot be read
     */
    public static Script read(String name, String text, int weight) {
        ScriptReader reader = new ScriptReader(name);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.line(lines[i], i + 1);
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
        if (!statement.isEmpty()) {
            statement.append('\n');
        }
        scanner.line(line);
        SqlScanner.Stop stop = scanner.scan();
        while (stop == SqlScanner.Stop.SEMICOLON) {
            statement();
            stop = scanner.scan();
        }
        if (stop == SqlScanner.Stop.BACKSLASH) {
            throw wrong(number, "backslash commands stand on lines of their own", line);
        }
    }

    private void statement() {
        String text = statement.toString().strip();
        statement.setLength(0);
        scanner.reset();
        if (!text.isEmpty() && !text.equals(";") && !onlyComments(text)) {
            commands.add(new ScriptCommand.Sql(text));
        }
    }

    private static boolean onlyComments(String text) {
        return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("--"));
    }

    private ScriptError wrong(int number, String what, String line) {
        return new ScriptError(name + ":" + number + ": " + what + "\n" + line);
    }

    private void meta(String line, String stripped, int number) {
        String command = stripped.substring(1);
        String word = command.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        switch (word) {
            case "set" -> {
                Matcher set = SET.matcher(command);
                if (!set.matches()) {
                    throw wrong(number, "missing argument in command \"set\"", line);
                }
                try {
                    Formula formula = FormulaReader.read(set.group(2));
                    commands.add(new ScriptCommand.Set(stripped, set.group(1), formula));
                } catch (ScriptError e) {
                    String place = " ".repeat(line.length()) + "^ error found here";
                    throw wrong(number, e.words() + " in command \"set\"", line + "\n" + place);
                }
            }
            case "sleep" -> {
                Matcher sleep = SLEEP.matcher(command);
                if (!sleep.matches()) {
                    throw wrong(number, "missing argument in command \"sleep\"", line);
                }
                commands.add(new ScriptCommand.Pause(stripped, pause(sleep)));
            }
            default -> throw wrong(number, "invalid command in command \"" + word + "\"", line);
        }
    }

    private static Formula pause(Matcher sleep) {
        String unit = sleep.group(2) == null ? "s" : sleep.group(2);
        long factor = unit.equals("us") ? 1 : unit.equals("ms") ? MILLI : WHOLE;
        Formula number = FormulaReader.read(sleep.group(1));
        return values -> Formula.whole(number.of(values)) * factor;
    }
}
