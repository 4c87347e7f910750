package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \endif}: ends a conditional block. */
final class EndIf implements BranchCommand {
    @Override
    public List<String> names() {
        return List.of("endif");
    }

    @Override
    public String help() {
        return "end conditional block";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Frame frame = psql.frame();
        if (frame.conditions().isEmpty()) {
            psql.err("\\endif: no matching \\if");
            return Next.FAILED;
        }
        if (!frame.conditions().active()) {
            frame.backToMark();
        }
        frame.conditions().close();
        return Next.CONTINUE;
    }
}
