package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.ConditionalStack.Branch;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \elif}: begins another branch of a conditional block. */
final class ElseIf implements BranchCommand {
    @Override
    public List<String> names() {
        return List.of("elif");
    }

    @Override
    public String help() {
        return "alternative within current conditional block";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<Branch> ended = BranchCommand.ended(name, psql);
        if (ended.isEmpty()) {
            return Next.FAILED;
        }
        Frame frame = psql.frame();
        if (ended.get() == Branch.TRUE) {
            frame.conditions().change(Branch.IGNORED, frame.mark());
        } else {
            frame.backToMark();
        }
        if (ended.get() != Branch.FALSE) {
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
