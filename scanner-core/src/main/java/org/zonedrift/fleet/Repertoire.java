package org.zonedrift.fleet;

import java.util.List;

/** Which query comes next, for all resolvers alike. Confined to its lane. */
@FunctionalInterface
public interface Repertoire {

    Query next();

    /** Where each lane's repertoire comes from. */
    @FunctionalInterface
    interface Source {

        /** The part of one lane; together the lanes ask what one alone would ask. */
        Repertoire on(int lane, int lanes);

        /** The list from its beginning to its end, again and again, with every duplicate in it. */
        static Source inOrder(List<Query> queries) {
            List<Query> list = List.copyOf(queries);
            return (lane, lanes) -> new InOrder(list, lane, lanes);
        }
    }

    /** Every so-maniest query of a list. */
    final class InOrder implements Repertoire {

        private final List<Query> list;
        private final int stride;
        private int next;

        InOrder(List<Query> list, int first, int stride) {
            this.list = list;
            this.stride = stride;
            this.next = first % list.size();
        }

        @Override
        public Query next() {
            Query query = list.get(next);
            next = (next + stride) % list.size();
            return query;
        }
    }
}
