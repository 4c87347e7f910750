package dev.pgduo.session.query;

/** What a command does to the pipeline in place of sending a query (psql 18: {@code PSQL_SEND_MODE}). */
public enum PipelineAct {
    /** {@code \startpipeline} */
    START,
    /** {@code \endpipeline} */
    END,
    /** {@code \syncpipeline} */
    SYNC,
    /** {@code \flush} */
    FLUSH,
    /** {@code \flushrequest} */
    FLUSH_REQUEST,
    /** {@code \getresults} */
    GET_RESULTS
}
