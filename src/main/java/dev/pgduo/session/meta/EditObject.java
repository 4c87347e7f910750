package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.describe.ObjectSource;
import dev.pgduo.session.query.Editor;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code \ef}, {@code \ev}: edit the definition of a function or a view. */
final class EditObject implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("ef", "ev");
    }

    @Override
    public String help() {
        return "edit function or view definition with external editor";
    }

    @Override
    public Arguments arguments() {
        return Arguments.LINE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        String words = arguments.wholeLine().replaceFirst("[;\\s]+$", "");
        ObjectSource kind = name.equals("ef") ? ObjectSource.FUNCTION : ObjectSource.VIEW;
        String digits = words.replaceFirst("^.*?([0-9]*)$", "$1");
        boolean numbered = !digits.isEmpty()
                && words.length() > digits.length()
                && " )\t".indexOf(words.charAt(words.length() - digits.length() - 1)) >= 0;
        int line = numbered ? Integer.parseInt(digits) : 0;
        String object =
                numbered ? words.substring(0, words.length() - digits.length()).strip() : words;
        Optional<String> source = object.isEmpty() ? Optional.of(kind.template()) : kind.of(object, psql);
        return source.isEmpty() ? Next.FAILED : edit(source.get(), kind, line, psql);
    }

    private static Next edit(String source, ObjectSource kind, int line, Psql psql) throws IOException {
        psql.buffer().setLength(0);
        psql.buffer().append(source);
        Editor editor = new Editor(psql, line == 0 ? 0 : line + kind.header(source));
        if (!editor.editBuffer(true)) {
            return Next.FAILED;
        }
        if (psql.buffer().isEmpty()) {
            psql.output().out("No changes\n");
            return Next.CONTINUE;
        }
        return Next.EDITED;
    }
}
