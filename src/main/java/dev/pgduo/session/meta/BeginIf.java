package dev.pgduo.session.meta;

import dev.pgduo.session.query.Conditions;
import dev.pgduo.session.query.Conditions.Branch;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;

/** {@code \if} */
final class BeginIf implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("if");
    }

    @Override
    public String usage() {
        return "EXPR";
    }

    @Override
    public String help() {
        return "begin conditional block";
    }

    @Override
    public boolean branches() {
        return true;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Frame frame = psql.frame();
        Conditions conditions = frame.conditions();
        if (!conditions.active()) {
            conditions.open(Branch.IGNORED, frame.mark());
            BooleanExpression.skip(arguments);
            return Next.CONTINUE;
        }
        Conditions.Mark mark = frame.mark();
        boolean value = BooleanExpression.read(arguments, "\\if expression", psql);
        conditions.open(value ? Branch.TRUE : Branch.FALSE, mark);
        return Next.CONTINUE;
    }
}
