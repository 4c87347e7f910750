package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.ConditionalStack.Branch;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \else}: begins the last branch of a conditional block. */
final class Else implements BranchCommand {
    @Override
    public List<String> names() {
        return List.of("else");
    }

    @Override
    public String help() {
        return "final alternative within current conditional block";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<Branch> ended = BranchCommand.ended(name, psql);
        if (ended.isEmpty()) {
            return Next.FAILED;
        }
        Frame frame = psql.frame();
        if (ended.get() == Branch.TRUE) {
            frame.conditions().change(Branch.ELSE_FALSE, frame.mark());
        } else {
            frame.backToMark();
            frame.conditions().change(ended.get() == Branch.FALSE ? Branch.ELSE_TRUE : Branch.ELSE_FALSE);
        }
        return Next.CONTINUE;
    }
}
