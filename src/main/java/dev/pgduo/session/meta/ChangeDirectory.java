package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code \cd}: changes the working directory. */
final class ChangeDirectory implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("cd");
    }

    @Override
    public String help() {
        return "change the current working directory";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        String directory =
                arguments.stripped().orElseGet(() -> psql.host().environment().getOrDefault("HOME", "/"));
        Path path = psql.host().currentDirectory().resolve(directory).normalize();
        if (!Files.isDirectory(path)) {
            String reason = Files.exists(path) ? "Not a directory" : "No such file or directory";
            psql.err("\\" + name + ": could not change directory to \"" + directory + "\": " + reason);
            return Next.FAILED;
        }
        psql.host().directory(path);
        return Next.CONTINUE;
    }
}
