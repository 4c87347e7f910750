package dev.pgduo;

import dev.pgduo.export.Formats;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import dev.pgduo.shell.command.Suggestions;
import dev.pgduo.shell.command.Suggestions.Word;
import dev.pgduo.shell.typing.LabNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The completions for the parameters of the commands. */
final class ParameterValues {
    private static final List<Word> NODES =
            List.of(new Word("a", ""), new Word("b", ""), new Word("primary", ""), new Word("standby", ""));

    private ParameterValues() {}

    /**
     * The providers by the names of the parameters, for {@link dev.pgduo.shell.command.Suggestions}; they are fast and never
     * throw.
     */
    static Map<String, Function<String, Collection<Word>>> of(LabNames names) {
        Map<String, Function<String, Collection<Word>>> values = new HashMap<>();
        for (String parameter : List.of("NODE", "--node", "--from", "--to", "--of", "LEFT", "RIGHT")) {
            values.put(parameter, typed -> NODES);
        }
        for (String parameter : List.of("conf set SETTING", "conf reset NAME", "conf show NAME")) {
            values.put(parameter, typed -> names.settings());
        }
        values.put("conf set SETTING" + Suggestions.FOLLOWING, names::valuesOf);
        values.put("slot drop NAME", typed -> names.slots());
        values.put("--slot", typed -> names.slots());
        values.put("snapshot restore NAME", typed -> names.snapshots());
        values.put("fault show NAME", typed -> words(FaultCatalogue.names()));
        values.put("fault WORDS", typed -> words(FaultCatalogue.names()));
        values.put(
                "crash KIND",
                typed -> words(FaultCatalogue.of(FaultGroup.DEATH).stream()
                        .map(fault -> fault.card().name())
                        .toList()));
        values.put("--script", LabNames::files);
        values.put("--on", typed -> NODES.subList(0, NODES.size() - 1));
        values.put("--format", typed -> words(List.copyOf(Formats.all())));
        for (String parameter : List.of("--out", "--events", "--html", "--junit", "--tap", "--json")) {
            values.put(parameter, LabNames::files);
        }
        values.put("FILE", LabNames::files);
        values.put("FILES", LabNames::files);
        return values;
    }

    private static List<Word> words(List<String> names) {
        return names.stream().map(name -> new Word(name, "")).toList();
    }
}
