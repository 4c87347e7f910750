package dev.pgduo.transcript.read;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.Requirements;
import dev.pgduo.transcript.model.RunSettings;
import dev.pgduo.transcript.model.Variant;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.version.VersionSet;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses the front matter. Used once. */
final class HeaderReader {
    private static final Set<String> PROGRAMS = Set.of(
            "psql",
            "initdb",
            "createdb",
            "createuser",
            "dropdb",
            "dropuser",
            "clusterdb",
            "reindexdb",
            "vacuumdb",
            "pgbench",
            "pg_amcheck",
            "pg_archivecleanup",
            "pg_basebackup",
            "pg_checksums",
            "pg_combinebackup",
            "pg_config",
            "pg_controldata",
            "pg_createsubscriber",
            "pg_ctl",
            "pg_dump",
            "pg_dumpall",
            "pg_isready",
            "pg_receivewal",
            "pg_receivexlog",
            "pg_recvlogical",
            "pg_resetwal",
            "pg_resetxlog",
            "pg_restore",
            "pg_rewind",
            "pg_test_fsync",
            "pg_test_timing",
            "pg_upgrade",
            "pg_verifybackup",
            "pg_waldump",
            "pg_walsummary",
            "pg_xlogdump",
            "postgres");

    private static final String TITLE = "title.";
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z][A-Za-z0-9_.@-]*");

    private final Problems problems;
    private final YamlNodes yaml;
    private final Map<String, Boolean> classes = new TreeMap<>();
    private final List<String> tools = new ArrayList<>();
    private final List<String> extensions = new ArrayList<>();
    private final Map<String, String> titles = new TreeMap<>();
    private @Nullable String title;
    private @Nullable String locale;
    private @Nullable VersionSet postgres;
    private List<NodeHeader> nodes = Header.defaults().nodes();
    private Map<Integer, String> sessions = Map.of();
    private RunSettings run = RunSettings.STANDARD;

    HeaderReader(Problems problems) {
        this.problems = problems;
        this.yaml = new YamlNodes(problems);
    }

    /** The header; errors are reported, and invalid settings have their defaults. */
    Header read(@Nullable String text) {
        Node root = text == null ? null : compose(text);
        if (root != null) {
            Map<String, Consumer<Node>> fields = new TreeMap<>(fields());
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(tuple -> title(tuple.getKeyNode(), fields));
            }
            yaml.fields(root, "the front matter", fields);
        }
        return new Header(
                title, titles, postgres, nodes, new Requirements(tools, extensions), classes, locale, sessions, run);
    }

    private Map<String, Consumer<Node>> fields() {
        return Map.ofEntries(
                Map.entry("title", node -> title = yaml.text(node, "title")),
                Map.entry("lang", this::language),
                Map.entry("locale", this::locale),
                Map.entry("postgres", this::postgres),
                Map.entry("retry", node -> duration(node, "retry").ifPresent(limit -> run = run.withRetry(limit))),
                Map.entry(
                        "timeout", node -> duration(node, "timeout").ifPresent(limit -> run = run.withTimeout(limit))),
                Map.entry("catchup", this::catchup),
                Map.entry("psql-style", this::style),
                Map.entry("initdb", node -> run = run.withInitdb(words(node))),
                Map.entry("nodes", node -> nodes = new NodesReader(yaml).read(node)),
                Map.entry("sessions", this::sessions),
                Map.entry("requires", this::requires),
                Map.entry("volatile", this::volatileClasses));
    }

    /** Parses {@code title.ru: …}. */
    private void title(Node key, Map<String, Consumer<Node>> fields) {
        if (key instanceof ScalarNode scalar && scalar.getValue().startsWith(TITLE)) {
            String language = scalar.getValue().substring(TITLE.length());
            if (Variant.isLanguage(language)) {
                fields.put(
                        scalar.getValue(),
                        node -> Optional.ofNullable(yaml.text(node, scalar.getValue()))
                                .ifPresent(text -> titles.put(language, text)));
            }
        }
    }

    private void language(Node node) {
        String text = yaml.text(node, "lang");
        if (text != null && !Variant.isLanguage(text)) {
            yaml.wrong(node, "\"lang\" must be a language's code", "Write for example \"en\".");
        } else if (text != null) {
            run = run.withVariant(run.variant().in(text));
        }
    }

    private @Nullable Node compose(String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            ErrorReport report = ErrorReport.error("front matter is not YAML").detail(sentence(e.getProblem()));
            problems.add(report, mark == null ? 1 : mark.getLine() + 1, mark == null ? 0 : mark.getColumn() + 1);
        } catch (YAMLException e) {
            problems.add(ErrorReport.error("front matter is not YAML").detail(sentence(e.getMessage())), 1, 0);
        }
        return null;
    }

    private static String sentence(@Nullable String problem) {
        String text = problem == null
                ? "It could not be read"
                : problem.lines().findFirst().orElse("").strip();
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
    }

    private void locale(Node node) {
        String text = yaml.text(node, "locale");
        if (text != null && !LOCALE.matcher(text).matches()) {
            yaml.wrong(node, "\"locale\" must be the name of a locale", "Write for example \"C.UTF-8\".");
        }
        locale = text;
    }

    private void postgres(Node node) {
        String text = yaml.text(node, "postgres");
        Optional<VersionSet> versions = text == null ? Optional.empty() : VersionSet.parse(text);
        if (text != null && versions.isEmpty()) {
            yaml.wrong(
                    node, "\"postgres\" must be PostgreSQL versions", "Write for example \"9.6-18\" or \"12,15-18\".");
        }
        postgres = versions.orElse(null);
    }

    private Optional<Duration> duration(Node node, String key) {
        String text = yaml.text(node, key);
        Optional<Duration> duration = text == null ? Optional.empty() : Durations.parse(text);
        if (text != null && duration.isEmpty()) {
            yaml.wrong(node, "\"" + key + "\" must be a duration", Durations.HINT);
        }
        return duration;
    }

    private void catchup(Node node) {
        Boolean on = node instanceof ScalarNode scalar ? onOrOff(scalar.getValue()) : null;
        if (on == null) {
            yaml.wrong(node, "\"catchup\" must be on or off", null);
        }
        run = run.withCatchup(on == null || on);
    }

    private void style(Node node) {
        String text = yaml.text(node, "psql-style");
        Optional<PsqlStyle> style = text == null ? Optional.empty() : PsqlStyle.named(text);
        if (text != null && style.isEmpty()) {
            yaml.wrong(node, "\"psql-style\" must be one of " + PsqlStyle.WORDS, null);
        }
        run = run.withStyle(style.orElse(run.style()));
    }

    /** The elements of a list, or words separated by blanks. */
    private List<String> words(Node node) {
        if (node instanceof ScalarNode scalar) {
            return List.of(scalar.getValue().strip().split("\\s+"));
        }
        return yaml.list(node, "initdb").stream().map(ScalarNode::getValue).toList();
    }

    /** Parses {@code 1: "postgres=#"}. */
    private void sessions(Node node) {
        Map<Integer, String> prompts = new TreeMap<>();
        yaml.entries(node, "\"sessions\"", (key, value) -> {
            String prompt = yaml.text(value, "a session's prompt");
            if (!key.getValue().matches("[1-9]\\d?")) {
                yaml.wrong(key, "\"" + key.getValue() + "\" is no session", "Sessions are 1, 2 and so on.");
            } else if (prompt != null && !prompt.matches("\\S*=[*!?]?[>#]")) {
                yaml.wrong(value, "a session's prompt must end in \"=>\" or \"=#\"", null);
            } else if (prompt != null) {
                prompts.put(Integer.valueOf(key.getValue()), prompt);
            }
        });
        sessions = prompts;
    }

    /** Parses tools and extensions under their own keys, or one list, in which PostgreSQL's programs are the tools. */
    private void requires(Node node) {
        if (node instanceof MappingNode) {
            yaml.fields(
                    node,
                    "\"requires\"",
                    Map.of(
                            "tools", list -> names(list, "tools", tools),
                            "extensions", list -> names(list, "extensions", extensions)));
            return;
        }
        for (ScalarNode name : yaml.list(node, "requires")) {
            (PROGRAMS.contains(name.getValue()) ? tools : extensions).add(name.getValue());
        }
    }

    private void names(Node list, String what, List<String> into) {
        yaml.list(list, what).forEach(name -> into.add(name.getValue()));
    }

    /** Parses {@code pid: off}, or {@code off: [pid, lsn]}, or a list of enabled classes. */
    private void volatileClasses(Node node) {
        if (!(node instanceof MappingNode)) {
            yaml.list(node, "volatile").forEach(name -> volatileClass(name, true));
            return;
        }
        yaml.entries(node, "\"volatile\"", (key, value) -> {
            Boolean all = onOrOff(key.getValue());
            if (all != null) {
                yaml.list(value, key.getValue()).forEach(name -> volatileClass(name, all));
                return;
            }
            Boolean one = value instanceof ScalarNode scalar ? onOrOff(scalar.getValue()) : null;
            if (one == null) {
                yaml.wrong(value, "\"" + key.getValue() + "\" must be on or off", null);
            }
            volatileClass(key, one == null || one);
        });
    }

    private void volatileClass(ScalarNode name, boolean on) {
        if (Header.VOLATILE_CLASSES.contains(name.getValue())) {
            classes.put(name.getValue(), on);
        } else {
            yaml.unknown(name, "volatile class \"" + name.getValue() + "\"", Header.VOLATILE_CLASSES);
        }
    }

    private static @Nullable Boolean onOrOff(String text) {
        return List.of("on", "true", "yes").contains(text)
                ? Boolean.TRUE
                : List.of("off", "false", "no").contains(text) ? Boolean.FALSE : null;
    }
}
