\l template1
\du lead|crew
\du+ crew
\drg crew
\dp fleet.*
\zS pg_class
\dx
\dRp
\dRp+ stored
\dRs
\dRs+
\df fleet.*
\df+ fleet.*
\dfq
\do+ fleet.*
\dC+ fleet.ship
\dAo+ hash integer_ops
\dP fleet.*
\dP+ fleet.*
\dPi+
\dt fleet.*
\di fleet.*
\dv fleet.*
\dm
\ds nosuch
\dE fleet.*
\dts nosuch
\dt nosuch
\d nosuch
\d+ fleet.ship
\d+ fleet.boat
\d+ fleet.raft
\d+ fleet.tender
\d fleet.raft
\d fleet.dock
\d fleet.berth
\d fleet.guest
\d fleet.load
\d+ fleet.voyage
\dO fleet.*
\dD fleet.*
\ddp
\dn+ fleet
\pset null (none at all)
\l template1
\dRs+
\df+ fleet.*
\dt+ fleet.ship
\d+ fleet.ship
\du+ crew
\dx
\pset
