package dev.pgduo.session.meta;

import dev.pgduo.session.query.Conditions.Branch;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code \else} */
final class Else implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("else");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String help() {
        return "final alternative within current conditional block";
    }

    @Override
    public boolean branches() {
        return true;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Frame frame = psql.frame();
        @Nullable Branch branch = frame.conditions().branch();
        if (branch == null || branch == Branch.ELSE_TRUE || branch == Branch.ELSE_FALSE) {
            psql.err(branch == null ? "\\else: no matching \\if" : "\\else: cannot occur after \\else");
            return Next.FAILED;
        }
        if (branch == Branch.TRUE) {
            frame.conditions().change(Branch.ELSE_FALSE, frame.mark());
        } else {
            frame.backToMark();
            frame.conditions().change(branch == Branch.FALSE ? Branch.ELSE_TRUE : Branch.ELSE_FALSE);
        }
        return Next.CONTINUE;
    }
}
