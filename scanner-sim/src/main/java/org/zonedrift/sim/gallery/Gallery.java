package org.zonedrift.sim.gallery;

import java.util.List;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** One zone for every behaviour that a scanner can meet. */
public final class Gallery {

    private final List<Exhibit> exhibits;
    private final List<World.Annex> annexes;

    /** The gallery as it can be shown with these addresses. */
    public Gallery(Families families) {
        Hall hall = new Hall(families);
        SerialExhibits.hang(hall);
        MovingExhibits.hang(hall);
        SourceExhibits.hang(hall);
        LameExhibits.hang(hall);
        TransportExhibits.hang(hall);
        DelegationExhibits.hang(hall);
        NoZoneExhibits.hang(hall);
        SoaExhibits.hang(hall);
        ConfiguredExhibits.hang(hall);
        this.annexes = hall.annexes();
        this.exhibits = hall.exhibits();
    }

    /** All of them, in the order of a tour. */
    public List<Exhibit> exhibits() {
        return exhibits;
    }

    /** Those that need no options to be seen, whoever tells which servers they have. */
    public List<Exhibit> usual() {
        return exhibits.stream().filter(exhibit -> exhibit.way() == Way.USUAL).toList();
    }

    /** The top-level domains in which the exhibits hang, for a world to include. */
    public List<World.Annex> annexes() {
        return annexes;
    }

    /** A world with nothing but the gallery and what it takes to reach it. */
    public World world(long seed) {
        World.Origin usual = World.Origin.of(Profile.TOPLIST, seed, 0);
        return new World(usual, annexes);
    }
}
