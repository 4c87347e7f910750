package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.table.Format;
import java.util.List;

/** {@code \H}, {@code \html}: switches the HTML format. */
final class HtmlOutput implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("H", "html");
    }

    @Override
    public String help() {
        return "toggle HTML output mode";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        boolean html = psql.settings().print().format() == Format.HTML;
        return PrintSettings.apply("format", html ? "aligned" : "html", psql);
    }
}
