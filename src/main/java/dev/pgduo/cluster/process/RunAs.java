package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rights with which server programs run, because PostgreSQL refuses to run as root. A lab keeps those with which it was
 * made, because they determine the owner of its files. Immutable.
 */
public sealed interface RunAs {
    /**
     * The words before a program's command line. Each of these programs replaces itself by the next one, so that the process id
     * stays the same.
     */
    List<String> prefix();

    /** A description for messages: {@code runs as …}. */
    String describe();

    /** The text for the lab's state file; {@link #parse} reads it. */
    String serialize();

    /** The user who has to own the server's files, when that is not this process's user. */
    default Optional<String> owner() {
        return Optional.empty();
    }

    /**
     * Makes the server's user the owner of a file, or of a directory with its contents. Files of root with mode 0600 would be
     * ignored by a server of another user.
     */
    default void own(Path path) {
        owner().ifPresent(user -> OsCommand.of("chown", "-R", user + ":", path.toString())
                .run()
                .orThrow("give \"" + path + "\" to user \"" + user + "\""));
    }

    /** The rights that this process can use, found by trying. */
    static RunAs probe() {
        return RunAsProbe.probe();
    }

    /**
     * Parses the result of {@link #serialize}.
     *
     * @throws LabException when the text is invalid
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

    /** The rights of the user who runs pgduo. */
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
     * A user namespace of its own, without any capability; files still belong to root.
     *
     * @param mapUser the user id in the namespace, or empty for the overflow user
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
     * Another user, who owns the lab's files.
     *
     * @param user a user name
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

        /** The user's group, as Debian's user nobody has no group of the same name. */
        private String group() {
            return user.equals("nobody") ? "65534" : user;
        }
    }

    /**
     * The mount namespace of a process, whose user namespace belongs to the owner of the lab's files.
     *
     * @param holder that process's id
     * @param how the rights outside of the namespace, which the lab keeps
     */
    record Within(long holder, RunAs how) implements RunAs {
        /** The rights outside of any namespace: those of the files' owner. */
        public static RunAs outer(RunAs how) {
            return how.owner().isPresent() ? how : new Direct();
        }

        /** The words before a command; within the namespace the owner would appear as root, which PostgreSQL refuses. */
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
