package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.PipelineAct;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Sending;
import java.util.List;
import java.util.Map;

/** The pipeline commands of psql 18; the styles of older versions lack them. */
final class Pipeline implements MetaCommand {
    private static final int SINCE = 18;
    private static final String SEND = "sendpipeline";
    private static final String GET_RESULTS = "getresults";

    private static final Map<String, PipelineAct> ACTS = Map.of(
            "startpipeline",
            PipelineAct.START,
            "endpipeline",
            PipelineAct.END,
            "syncpipeline",
            PipelineAct.SYNC,
            "flush",
            PipelineAct.FLUSH,
            "flushrequest",
            PipelineAct.FLUSH_REQUEST,
            GET_RESULTS,
            PipelineAct.GET_RESULTS);

    @Override
    public List<String> names() {
        return List.of("startpipeline", "endpipeline", "syncpipeline", SEND, "flush", "flushrequest", GET_RESULTS);
    }

    @Override
    public String help() {
        return "pipelines, as psql 18 has them: only in its style (\\pset psql_style 18)";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        if (psql.major() < SINCE) {
            psql.err("\\" + name + ": pipelines are not supported; \"\\pset psql_style 18\" has them");
            return Next.FAILED;
        }
        if (name.equals(SEND)) {
            return send(psql);
        }
        int count = name.equals(GET_RESULTS)
                ? arguments.argument().map(Pipeline::number).orElse(0)
                : 0;
        if (count < 0) {
            psql.err("\\getresults: invalid number of requested results");
            return Next.FAILED;
        }
        psql.sending(Sending.act(ACTS.getOrDefault(name, PipelineAct.FLUSH), count));
        return Next.SEND;
    }

    /** Parses a number as C does: text that is no number is 0. */
    private static int number(String word) {
        String digits = word.replaceFirst("^\\s*([-+]?[0-9]{0,9}).*$", "$1");
        return digits.matches("[-+]?") ? 0 : Integer.parseInt(digits);
    }

    private static Next send(Psql psql) {
        if (!psql.pipelining().on()) {
            psql.err("\\sendpipeline not allowed outside of pipeline mode");
        } else if (!psql.sending().bound()) {
            psql.err("\\sendpipeline must be used after \\bind or \\bind_named");
        } else {
            return Next.SEND;
        }
        psql.sending(Sending.SIMPLE);
        return Next.FAILED;
    }
}
