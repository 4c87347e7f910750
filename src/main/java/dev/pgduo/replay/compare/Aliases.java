package dev.pgduo.replay.compare;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces the lab's paths by the lab file's: whole path names only, the longest first. */
final class Aliases {
    private final Map<String, String> labToTranscript;
    private final Pattern pattern;

    Aliases(Map<String, String> labToTranscript) {
        this.labToTranscript = labToTranscript;
        this.pattern = Pattern.compile(labToTranscript.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w.-])(?:", ")(?![\\w-])")));
    }

    /** The text with the lab file's paths. */
    String apply(String text) {
        if (labToTranscript.isEmpty()) {
            return text;
        }
        return pattern.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(labToTranscript.getOrDefault(found.group(), found.group())));
    }
}
