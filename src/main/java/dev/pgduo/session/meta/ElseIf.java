package dev.pgduo.session.meta;

import dev.pgduo.session.query.Conditions.Branch;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code \elif} */
final class ElseIf implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("elif");
    }

    @Override
    public String usage() {
        return "EXPR";
    }

    @Override
    public String help() {
        return "alternative within current conditional block";
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
            psql.err(branch == null ? "\\elif: no matching \\if" : "\\elif: cannot occur after \\else");
            return Next.FAILED;
        }
        if (branch == Branch.TRUE) {
            frame.conditions().change(Branch.IGNORED, frame.mark());
        } else {
            frame.backToMark();
        }
        if (branch != Branch.FALSE) {
            BooleanExpression.skip(arguments);
            return Next.CONTINUE;
        }
        frame.conditions().change(Branch.TRUE);
        SlashScanner evaluating = arguments.with(psql.variables(), MetaCommands.backquotes(psql));
        if (!BooleanExpression.read(evaluating, "\\elif expression", psql)) {
            frame.conditions().change(Branch.FALSE);
        }
        return Next.CONTINUE;
    }
}
