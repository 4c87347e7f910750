package dev.pgduo.cluster.binaries.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maven's options outside of its settings files: MAVEN_ARGS, MAVEN_OPTS, and system properties. Only options that concern
 * downloads are read.
 *
 * @param words all words of these
 */
record MavenArguments(List<String> words) {
    private static final String LOCAL_REPOSITORY = "maven.repo.local";

    static MavenArguments of(Map<String, String> environment) {
        String all = environment.getOrDefault("MAVEN_OPTS", "") + " " + environment.getOrDefault("MAVEN_ARGS", "");
        return new MavenArguments(List.of(all.strip().split("\\s+", -1)));
    }

    boolean offline() {
        return words.contains("-o") || words.contains("--offline");
    }

    Optional<Path> settings() {
        return after("-s", "--settings").map(Path::of);
    }

    Optional<Path> globalSettings() {
        return after("-gs", "--global-settings").map(Path::of);
    }

    /** The value of {@code -Dmaven.repo.local=}: the last one, else this JVM's own. */
    Optional<Path> localRepository() {
        String prefix = "-D" + LOCAL_REPOSITORY + "=";
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .reduce((first, second) -> second)
                .or(() -> Optional.ofNullable(System.getProperty(LOCAL_REPOSITORY)))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    private Optional<String> after(String shorter, String longer) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(longer + "=")) {
                return Optional.of(words.get(i).substring(longer.length() + 1));
            }
            if (i + 1 < words.size()
                    && (words.get(i).equals(shorter) || words.get(i).equals(longer))) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
