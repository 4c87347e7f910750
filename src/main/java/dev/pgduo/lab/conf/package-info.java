/** Changes of a node's settings and of its pg_hba.conf that the server has agreed to, and what they take. */
@NullMarked
package dev.pgduo.lab.conf;

import org.jspecify.annotations.NullMarked;
