package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Editor;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code \e}, {@code \edit}: edits the query buffer or a file. */
final class EditBuffer implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("e", "edit");
    }

    @Override
    public String help() {
        return "edit the query buffer (or file) with external editor";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> file = arguments.stripped();
        Optional<String> line = file.isPresent() ? arguments.stripped() : Optional.empty();
        if (line.isEmpty() && file.isPresent() && file.get().matches("[0-9]+")) {
            line = file;
            file = Optional.empty();
        }
        if (line.isPresent() && !line.get().matches("[0-9]*[1-9][0-9]*")) {
            psql.err("invalid line number: " + line.get());
            return Next.FAILED;
        }
        boolean previous = file.isEmpty() && psql.buffer().isEmpty();
        if (previous) {
            psql.buffer().append(psql.frame().previous());
        }
        Editor editor = new Editor(psql, line.map(Integer::parseInt).orElse(0));
        boolean done = file.isPresent() ? editor.edit(file.get()) : editor.editBuffer(previous);
        return done ? Next.EDITED : Next.FAILED;
    }
}
