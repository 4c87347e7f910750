package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories of Maven on this machine.
 *
 * @param environment the environment variables
 */
record MavenHome(Map<String, String> environment) {
    /** The user's directory, {@code ~/.m2}. */
    Path user() {
        return Path.of(System.getProperty("user.home", ""), ".m2");
    }

    /** The global settings file of the Maven installation that would be run; empty when there is none. */
    Optional<Path> globalSettings() {
        return Stream.concat(
                        Stream.of("MAVEN_HOME", "M2_HOME")
                                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                                .filter(home -> !home.isEmpty())
                                .map(Path::of),
                        Programs.find("mvn").flatMap(MavenHome::of).stream())
                .map(home -> home.resolve("conf/settings.xml"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> of(Path mvn) {
        try {
            return Optional.ofNullable(mvn.toRealPath().getParent()).map(Path::getParent);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
