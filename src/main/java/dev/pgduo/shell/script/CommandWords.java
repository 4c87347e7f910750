package dev.pgduo.shell.script;

import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a command line for another machine's shell. */
record CommandWords(List<String> words) {
    CommandWords {
        words = List.copyOf(words);
    }

    /** Adds an option; nothing for a null value. */
    CommandWords with(String option, @Nullable String value) {
        return value == null ? this : and(List.of(option, value));
    }

    /** Adds an option without a value, if it was given. */
    CommandWords with(String option, boolean given) {
        return given ? and(List.of(option)) : this;
    }

    /** Adds an option that may be given several times. */
    CommandWords with(String option, List<String> values) {
        CommandWords all = this;
        for (String value : values) {
            all = all.with(option, value);
        }
        return all;
    }

    private CommandWords and(List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return new CommandWords(all);
    }

    /**
     * The words as one line for a shell.
     *
     * @throws LabException when a word contains a character that is not possible in a line
     */
    String line() {
        for (String word : words) {
            if (word.chars().anyMatch(Character::isISOControl) || word.contains("${{")) {
                throw LabException.of("cannot write \"" + word.replaceAll("\\p{Cntrl}", "?") + "\" into a job");
            }
        }
        return words.stream().map(Quoting::shellWord).collect(Collectors.joining(" "));
    }
}
