package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.ConditionalStack;
import dev.pgduo.session.query.ConditionalStack.Branch;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \if}: begins a conditional block. */
final class BeginIf implements BranchCommand {
    @Override
    public List<String> names() {
        return List.of("if");
    }

    @Override
    public String help() {
        return "begin conditional block";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Frame frame = psql.frame();
        ConditionalStack conditions = frame.conditions();
        if (!conditions.active()) {
            conditions.open(Branch.IGNORED, frame.mark());
            BooleanExpression.skip(arguments);
            return Next.CONTINUE;
        }
        ConditionalStack.Mark mark = frame.mark();
        boolean value = BooleanExpression.read(arguments, "\\if expression", psql);
        conditions.open(value ? Branch.TRUE : Branch.FALSE, mark);
        return Next.CONTINUE;
    }
}
