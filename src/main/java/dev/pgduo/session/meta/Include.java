package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \i}, {@code \include}, {@code \ir}, {@code \include_relative}: run the commands in a file. */
final class Include implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("i", "include", "ir", "include_relative");
    }

    @Override
    public String help() {
        return "execute commands from file; \\ir: relative to the location of the current script";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> file = arguments.stripped();
        if (file.isEmpty()) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        boolean relative = name.equals("ir") || name.equals("include_relative");
        return psql.scripts().include(file.get(), relative) ? Next.CONTINUE : Next.FAILED;
    }
}
