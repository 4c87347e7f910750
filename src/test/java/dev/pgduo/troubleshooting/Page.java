package dev.pgduo.troubleshooting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Errors by what a person was doing, as a page of the documentation. */
final class Page {
    /** What a person was doing, and where the errors of that are made; the longest fitting name counts. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "Starting pgduo and choosing a lab",
                List.of("shell", "cluster/files", "lab/place", "lab/LabOpening", "shell/lab/CurrentLab", "version"));
        GROUPS.put("Typing commands", List.of("shell/command", "cluster/quantity", "shell/pane", "shell/screen"));
        GROUPS.put("PostgreSQL's programs", List.of("cluster/binaries", "cluster/process", "shell/client"));
        GROUPS.put(
                "Nodes, standbys, backups and slots",
                List.of("cluster", "lab", "shell/lab", "shell/lab/BackupClient", "shell/lab/Confirmation"));
        GROUPS.put(
                "Configuration and pg_hba.conf",
                List.of(
                        "cluster/conf",
                        "lab/conf",
                        "shell/edit",
                        "shell/lab/Assignment",
                        "shell/lab/Conf",
                        "shell/lab/Hba"));
        GROUPS.put("Sessions and OS prompts", List.of("session", "wire", "table", "scan", "lab/os", "lab/session"));
        GROUPS.put("Faults and the network", List.of("lab/fault", "lab/link", "shell/lab/Fault", "shell/lab/Network"));
        GROUPS.put(
                "Load, failover and lost rows",
                List.of("lab/load", "lab/loss", "shell/lab/Load", "shell/lab/Loss", "shell/lab/Failover"));
        GROUPS.put("Snapshots and undo", List.of("lab/snapshot", "lab/kept", "shell/lab/Snapshot", "shell/lab/Undo"));
        GROUPS.put("Writing a lab", List.of("transcript", "course/predicate", "shell/pane/Record"));
        GROUPS.put(
                "Playing and verifying labs",
                List.of("replay", "shell/script", "shell/present", "shell/learn", "course", "shell/stage"));
        GROUPS.put(
                "Import and export",
                List.of("transcript/foreign", "export", "replay/event", "shell/script/Import", "shell/script/Export"));
    }

    private static final Pattern QUOTED = Pattern.compile("\"([^\"`]+)\"");

    private static final String NEAREST = "The HINT names the nearest word that there is.";

    private final Map<String, String> meanings;
    private final StringBuilder text = new StringBuilder();

    /**
     * A page.
     *
     * @param meanings what messages mean, beyond what they say
     */
    Page(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    /** The places whose errors belong to no group. */
    static List<String> homeless(Stream<FoundError> errors) {
        return errors.map(FoundError::place)
                .filter(place -> group(place).isEmpty())
                .distinct()
                .toList();
    }

    private static String group(String place) {
        String found = "";
        int longest = 0;
        for (Map.Entry<String, List<String>> group : GROUPS.entrySet()) {
            for (String beginning : group.getValue()) {
                if (place.startsWith(beginning) && beginning.length() > longest) {
                    longest = beginning.length();
                    found = group.getKey();
                }
            }
        }
        return found;
    }

    /** Links to all groups. */
    void contents() {
        GROUPS.keySet()
                .forEach(group -> text.append("- [")
                        .append(group)
                        .append("](#")
                        .append(anchor(group))
                        .append(")\n"));
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    /** The advice on the server's own messages. */
    void server(Map<String, String> advice) {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        advice.forEach((pattern, hint) -> Stream.of(pattern.split("\\|"))
                .forEach(each -> sorted.put(
                        each.replace("(\\d+)", "N")
                                .replaceAll("\\([^)]*\\)", "NAME")
                                .replace(".*", "…")
                                .replace("\\d+", "N")
                                .replace("\\w+", "NAME"),
                        hint)));
        sorted.forEach((message, hint) -> entry(
                message,
                "",
                hint.replace("{node}", "NODE").replace("{other}", "OTHER").replace("{1}", "NAME")));
    }

    /** All groups, each sorted by message. */
    void groups(List<FoundError> errors) {
        Map<String, List<FoundError>> byGroup = errors.stream()
                .sorted(Comparator.comparing(error -> error.message().replaceAll("[^a-z]", "")))
                .collect(Collectors.groupingBy(error -> group(error.place())));
        GROUPS.keySet().forEach(group -> {
            text.append("\n## ").append(group).append('\n');
            List<String> seen = new ArrayList<>();
            byGroup.getOrDefault(group, List.of()).forEach(error -> {
                String same = error.message() + error.hint();
                if (!seen.contains(same)) {
                    seen.add(same);
                    entry(error.message(), meaning(error), SourceText.legible(error.hint()) ? error.hint() : "");
                }
            });
        });
    }

    private String meaning(FoundError error) {
        String own = meanings.getOrDefault(error.message(), "");
        return own.isEmpty() && SourceText.legible(error.detail()) ? error.detail() : own;
    }

    private void entry(String message, String meaning, String hint) {
        text.append("\n**`")
                .append(message.strip().replace("`", "'").replaceAll("…+", "…"))
                .append("`**");
        if (!meaning.isBlank()) {
            text.append("\\\n").append(prose(meaning));
        }
        if (!hint.isBlank()) {
            String said = hint.replaceAll("(Did you mean|Perhaps you meant) \"…\"[?.]", NEAREST);
            text.append("\\\n*What to do:* ").append(prose(said));
        }
        text.append('\n');
    }

    /** A text for Markdown, in which what is quoted is code. */
    private static String prose(String text) {
        String line = text.strip().replaceAll("\\s*\\n\\s*", " ").replaceAll("[… ]*…+", " …");
        StringBuilder prose = new StringBuilder();
        Matcher quoted = QUOTED.matcher(line);
        int at = 0;
        while (quoted.find()) {
            prose.append(escaped(line.substring(at, quoted.start())));
            prose.append('`').append(quoted.group(1)).append('`');
            at = quoted.end();
        }
        return prose.append(escaped(line.substring(at))).toString().strip();
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\*_<>\\[\\]])", "\\\\$1");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
