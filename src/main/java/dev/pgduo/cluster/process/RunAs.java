package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rights that server programs run with: PostgreSQL refuses to run as root. A lab keeps the one that it was made with, because
 * its files belong to it. Immutable.
 */
public sealed interface RunAs {
    /** The words before a program's own. Each of these programs becomes the program that it runs, so the process id is its own. */
    List<String> prefix();

    /** For a person: {@code runs as …}. */
    String describe();

    /** For the lab's state file; {@link #parse} reads it. */
    String serialize();

    /** The user that must own the server's files, when that is not this process's own. */
    default Optional<String> owner() {
        return Optional.empty();
    }

    /**
     * Gives a file or a directory with all that is in it to the server. Files written by root with 0600 would be silently skipped
     * by a server of another user.
     */
    default void own(Path path) {
        owner().ifPresent(user -> OsCommand.of("chown", "-R", user + ":", path.toString())
                .run()
                .orThrow("give \"" + path + "\" to user \"" + user + "\""));
    }

    /** What this process can use, found out by trying. */
    static RunAs probe() {
        return RunAsProbe.probe();
    }

    /**
     * Reads what {@link #serialize} wrote.
     *
     * @throws LabException when it is something else
     */
    static RunAs parse(String text) {
        String[] words = text.strip().split(" ", -1);
        String argument = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "direct" -> new Direct();
            case "unshare" -> new Unshare(Optional.of(argument).filter(user -> !user.isEmpty()));
            case "setpriv" -> new Setpriv(argument);
            default ->
                throw new LabException(ErrorReport.error("invalid way to run a server: \"" + text + "\"")
                        .detail("Expected direct, unshare [USER-ID] or setpriv USER."));
        };
    }

    /** As the user who runs pgduo. */
    record Direct() implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public String describe() {
            return "runs as " + System.getProperty("user.name");
        }

        @Override
        public String serialize() {
            return "direct";
        }
    }

    /**
     * In a user namespace of its own, without any capability; files stay root's.
     *
     * @param mapUser the user id to be seen as, or empty for the overflow user
     */
    record Unshare(Optional<String> mapUser) implements RunAs {
        @Override
        public List<String> prefix() {
            return mapUser.map(user -> List.of("unshare", "-U", "--map-user=" + user))
                    .orElse(List.of("unshare", "-U"));
        }

        @Override
        public String describe() {
            return "runs as " + mapUser.map(user -> "user " + user).orElse("nobody")
                    + " in a user namespace (unshare -U), because PostgreSQL refuses root";
        }

        @Override
        public String serialize() {
            return mapUser.map(user -> "unshare " + user).orElse("unshare");
        }
    }

    /**
     * As another user, who owns the lab's files.
     *
     * @param user a name from passwd
     */
    record Setpriv(String user) implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + user, "--regid=" + group(), "--init-groups");
        }

        @Override
        public String describe() {
            return "runs as " + user + " (setpriv), because PostgreSQL refuses root";
        }

        @Override
        public String serialize() {
            return "setpriv " + user;
        }

        @Override
        public Optional<String> owner() {
            return Optional.of(user);
        }

        /** Debian's nobody has no group of his name. */
        private String group() {
            return user.equals("nobody") ? "65534" : user;
        }
    }

    /**
     * In the mount namespace that a process holds, whose user namespace belongs to whoever owns the lab's files.
     *
     * @param holder its process id
     * @param how what the server runs with elsewhere; the lab keeps that
     */
    record Within(long holder, RunAs how) implements RunAs {
        /** The rights outside of any namespace: those of the files' owner. */
        public static RunAs outer(RunAs how) {
            return how.owner().isPresent() ? how : new Direct();
        }

        /** Inside, the owner is seen as root: what PostgreSQL refuses. */
        @Override
        public List<String> prefix() {
            List<String> inner = how instanceof Unshare ? how.prefix() : List.of("unshare", "-U");
            return Stream.of(
                            outer(how).prefix(),
                            List.of("nsenter", "-t", Long.toString(holder), "-U", "-m", "--preserve-credentials"),
                            inner)
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public String describe() {
            return how.describe() + ", in the mount namespace of process " + holder;
        }

        @Override
        public String serialize() {
            return how.serialize();
        }

        @Override
        public Optional<String> owner() {
            return how.owner();
        }
    }
}
