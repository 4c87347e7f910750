package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.lab.load.Bench;
import dev.pgduo.lab.load.Partitions;
import dev.pgduo.lab.load.Script;
import dev.pgduo.lab.load.ScriptError;
import dev.pgduo.lab.load.ScriptReader;
import dev.pgduo.lab.load.Transaction;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The options of pgbench, parsed as pgbench does. */
record BenchWords(Getopt.Words words) {
    static final char MAX_TRIES = '\u0001';
    static final char FAILURES = '\u0002';
    static final char SEED = '\u0003';
    static final char PREFIX = '\u0004';
    static final char PARTITIONS = '\u0005';
    static final char METHOD = '\u0006';

    static final Getopt OPTIONS = Getopt.of(
            "CilnNqrSv?Vd" + FAILURES,
            "bcDfFhIjLMPpRstTU" + MAX_TRIES + SEED + PREFIX + PARTITIONS + METHOD,
            "builtin=b client=c connect=C debug=d define=D file=f fillfactor=F host=h init-steps=I initialize=i jobs=j"
                    + " latency-limit=L log=l no-vacuum=n port=p progress=P protocol=M quiet=q report-per-command=r"
                    + " rate=R scale=s select-only=S skip-some-updates=N time=T transactions=t username=U vacuum-all=v"
                    + " version=V help=? max-tries=" + MAX_TRIES + " failures-detailed=" + FAILURES + " random-seed="
                    + SEED + " log-prefix=" + PREFIX + " partitions=" + PARTITIONS + " partition-method=" + METHOD);

    private static final String STEPS = "dtgGvpf";
    private static final String INITIALIZING = "qFI" + PARTITIONS + METHOD;
    private static final String BENCHMARKING = "bcCDfjlLMNPrRStTv" + MAX_TRIES + FAILURES + SEED + PREFIX;
    private static final int MOST = Integer.MAX_VALUE;
    private static final int LARGEST_WEIGHT = Integer.MAX_VALUE;
    private static final long USUAL = 10;
    private static final int PERCENT = 100;
    private static final int LEAST_FILL = 10;

    boolean initializing() {
        return words.has('i');
    }

    /** Checks each option's value in the order of the command line, and that the options can be combined. */
    void check() throws Misuse {
        for (Getopt.Option option : words.options()) {
            check(option);
        }
        if (words.operands().size() > 1) {
            throw Misuse.tooMany(words.operands(), 1);
        }
        if (initializing() && has(BENCHMARKING)) {
            throw LabException.of("some of the specified options cannot be used in initialization (-i) mode");
        }
        if (words.has(METHOD) && number(PARTITIONS, 0) == 0 && initializing()) {
            throw LabException.of("--partition-method requires greater than zero --partitions");
        }
        if (!initializing() && has(INITIALIZING)) {
            throw LabException.of("some of the specified options cannot be used in benchmarking mode");
        }
        if (words.has('t') && words.has('T')) {
            throw LabException.of("specify either a number of transactions (-t) or a duration (-T), not both");
        }
        if (words.has(MAX_TRIES) && tries() == 0 && !words.has('L') && !words.has('T')) {
            throw LabException.of("an unlimited number of transaction tries can only be used with --latency-limit or a"
                    + " duration (-T)");
        }
    }

    private boolean has(String letters) {
        return words.options().stream().anyMatch(option -> letters.indexOf(option.letter()) >= 0);
    }

    private static void check(Getopt.Option option) {
        String value = option.value();
        switch (option.letter()) {
            case 'c' -> IntegerOption.of("-c/--clients", value, 1, MOST);
            case 'j' -> IntegerOption.of("-j/--jobs", value, 1, MOST);
            case 's' -> IntegerOption.of("-s/--scale", value, 1, MOST);
            case 't' -> IntegerOption.of("-t/--transactions", value, 1, MOST);
            case 'T' -> IntegerOption.of("-T/--time", value, 1, MOST);
            case 'P' -> IntegerOption.of("-P/--progress", value, 1, MOST);
            case 'F' -> IntegerOption.of("-F/--fillfactor", value, LEAST_FILL, PERCENT);
            case PARTITIONS -> IntegerOption.of("--partitions", value, 0, MOST);
            case METHOD -> {
                if (!Partitions.METHODS.contains(value.toLowerCase(Locale.ROOT))) {
                    throw LabException.of(
                            "invalid partition method, expecting \"range\" or \"hash\", got: \"" + value + "\"");
                }
            }
            case 'R' -> positive(value, "rate limit");
            case 'L' -> positive(value, "latency limit");
            case 'M' -> mode(value);
            case 'D' -> {
                if (value.indexOf('=') <= 0) {
                    throw LabException.of("invalid variable definition: \"" + value + "\"");
                }
            }
            case 'I' -> {
                for (int i = 0; i < value.length(); i++) {
                    char step = value.charAt(i);
                    if (STEPS.indexOf(step) < 0 && step != ' ') {
                        throw new LabException(ErrorReport.error("unrecognized initialization step \"" + step + "\"")
                                .detail("Allowed step characters are: \"" + STEPS + "\"."));
                    }
                }
            }
            default -> {
                // Other options have no value that could be wrong.
            }
        }
    }

    private static double positive(String value, String what) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message is the same for a text that is no number.
        }
        throw LabException.of("invalid " + what + ": \"" + value + "\"");
    }

    private static Transaction.Mode mode(String value) {
        return Stream.of(Transaction.Mode.values())
                .filter(mode -> mode.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> LabException.of("invalid query mode (-M): \"" + value + "\""));
    }

    int number(char letter, int otherwise) {
        return words.value(letter).map(value -> Integer.parseInt(value.strip())).orElse(otherwise);
    }

    /** The partitioning of the accounts table. */
    Partitions partitions() {
        int count = number(PARTITIONS, 0);
        String method = words.value(METHOD).orElse("range").toLowerCase(Locale.ROOT);
        return count == 0 ? Partitions.NONE : new Partitions(method, count);
    }

    int tries() {
        return words.value(MAX_TRIES)
                .map(value -> IntegerOption.of("--max-tries", value, 0, MOST))
                .orElse(1);
    }

    /** The scripts; the built-in TPC-B-like one when none is named. */
    List<Script> scripts() {
        List<Script> scripts = new ArrayList<>();
        for (Getopt.Option option : words.options()) {
            switch (option.letter()) {
                case 'S' -> scripts.add(Script.Builtin.SELECT_ONLY.script(1));
                case 'N' -> scripts.add(Script.Builtin.SIMPLE_UPDATE.script(1));
                case 'b' -> {
                    Weighted weighted = Weighted.of(option.value());
                    scripts.add(builtin(weighted.name).script(weighted.weight));
                }
                case 'f' -> scripts.add(file(Weighted.of(option.value())));
                default -> {
                    // Other options name no script.
                }
            }
        }
        if (scripts.isEmpty()) {
            scripts.add(Script.Builtin.TPCB_LIKE.script(1));
        }
        if (scripts.stream().mapToInt(Script::weight).sum() == 0) {
            throw LabException.of("total script weight must not be zero");
        }
        return scripts;
    }

    boolean usesTables() {
        return has("SNb") || !words.has('f');
    }

    private record Weighted(String name, int weight) {
        static Weighted of(String value) {
            int at = value.lastIndexOf('@');
            if (at < 0) {
                return new Weighted(value, 1);
            }
            String weight = value.substring(at + 1);
            if (!weight.matches("\\d{1,18}")) {
                throw LabException.of("invalid weight specification: @" + weight);
            }
            if (Long.parseLong(weight) > LARGEST_WEIGHT) {
                throw LabException.of(
                        "weight specification out of range (0 .. " + LARGEST_WEIGHT + "): " + Long.parseLong(weight));
            }
            return new Weighted(value.substring(0, at), Integer.parseInt(weight));
        }
    }

    private static Script.Builtin builtin(String name) {
        List<Script.Builtin> found = Script.Builtin.find(name);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw LabException.of((found.isEmpty()
                        ? "no builtin script found for name \"" + name + "\""
                        : "ambiguous builtin name: " + found.size() + " builtin scripts found for prefix \"" + name
                                + "\"")
                + "\n" + list());
    }

    /** The list of built-in scripts, one a line. */
    static String list() {
        StringBuilder list = new StringBuilder("Available builtin scripts:\n");
        for (Script.Builtin builtin : Script.Builtin.values()) {
            list.append(String.format(Locale.ROOT, "  %13s: %s%n", builtin.word(), builtin.title()));
        }
        return list.toString();
    }

    private static Script file(Weighted weighted) {
        try {
            return ScriptReader.read(weighted.name, Files.readString(Path.of(weighted.name)), weighted.weight);
        } catch (ScriptError e) {
            throw LabException.of(e.words());
        } catch (IOException e) {
            throw LabException.of("could not open file \"" + weighted.name + "\": " + FailureReason.of(e));
        }
    }

    /** The plan for the benchmark with tables of this scale. */
    Bench.Plan plan(int scale) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("scale", Integer.toString(scale));
        words.values('D')
                .forEach(value ->
                        variables.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1)));
        OptionalInt seconds = words.has('T') ? OptionalInt.of(number('T', 0)) : OptionalInt.empty();
        return new Bench.Plan(
                number('c', 1),
                seconds.isPresent() ? OptionalLong.empty() : OptionalLong.of(number('t', (int) USUAL)),
                seconds,
                real('R', "rate limit"),
                real('L', "latency limit"),
                tries(),
                words.has('C'),
                mode(words.value('M').orElse("simple")),
                variables,
                seed());
    }

    private OptionalDouble real(char letter, String what) {
        return words.value(letter)
                .map(value -> OptionalDouble.of(positive(value, what)))
                .orElse(OptionalDouble.empty());
    }

    /** The seed of the random numbers; empty for a random one. */
    OptionalLong seed() {
        String value = words.value(SEED).orElse("time");
        if (value.equals("time") || value.equals("rand")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseUnsignedLong(value));
        } catch (NumberFormatException e) {
            throw new LabException(
                    ErrorReport.error("unrecognized random seed option \"" + value + "\"")
                            .detail("Expecting an unsigned integer, \"time\" or \"rand\"."),
                    e);
        }
    }
}
