package id.warta.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Pins articles to placements, also such as readers don't see yet: they stand there once
 * they do. Each change is one transaction, and one event.
 */
@Service
class Pinning {

	private static final int MOST = 100;

	private final PlacementTable placements;

	private final PinTable pins;

	private final PlacementChanges changes;

	Pinning(PlacementTable placements, PinTable pins, PlacementChanges changes) {
		this.placements = placements;
		this.pins = pins;
		this.changes = changes;
	}

	/**
	 * Pins an article, or moves it and gives it other times if it is pinned there
	 * already.
	 */
	Mono<Placement> pin(Viewer viewer, PinToPlacementInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = PlacementNewsroom.id(input.placementId());
		long article = article(input.articleId(), "articleId");
		return this.changes.make(viewer, "pinToPlacement",
				this.placements.lock(id)
					.delayUntil((placement) -> this.pins.articles(id)
						.flatMap((pinned) -> pin(id, article, input, placed(input, article, pinned)))),
				Map.of("article", article));
	}

	private static List<Long> placed(PinToPlacementInput input, long article, List<Long> pinned) {
		List<Long> articles = new ArrayList<>(pinned);
		articles.remove(article);
		if (articles.size() == MOST) {
			throw new InvalidInputException("TOO_MANY", "articleId",
					"No more than " + MOST + " articles can be pinned");
		}
		articles.add(input.place(articles.size()), article);
		return articles;
	}

	private Mono<Void> pin(long placement, long article, PinToPlacementInput input, List<Long> articles) {
		return this.pins.pin(placement, article, input).then(Mono.defer(() -> this.pins.order(placement, articles)));
	}

	Mono<Placement> unpin(Viewer viewer, UnpinFromPlacementInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = PlacementNewsroom.id(input.placementId());
		long article = article(input.articleId(), "articleId");
		return this.changes.make(viewer, "unpinFromPlacement",
				this.placements.lock(id).delayUntil((placement) -> this.pins.unpin(id, article)),
				Map.of("article", article));
	}

	/**
	 * Orders what is pinned. Fails with {@code PINS_DIFFER} if that isn't what the input
	 * names.
	 */
	Mono<Placement> order(Viewer viewer, OrderPlacementInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = PlacementNewsroom.id(input.placementId());
		List<Long> articles = input.articleIds().stream().map((text) -> article(text, "articleIds")).toList();
		return this.changes.make(viewer, "orderPlacement",
				this.placements.lock(id)
					.delayUntil((placement) -> this.pins.articles(id)
						.doOnNext((pinned) -> requireSame(pinned, articles))
						.then(Mono.defer(() -> this.pins.order(id, articles)))));
	}

	private static void requireSame(List<Long> pinned, List<Long> asked) {
		Set<Long> distinct = new HashSet<>(asked);
		if (asked.size() != pinned.size() || !distinct.equals(Set.copyOf(pinned))) {
			throw new InvalidInputException("PINS_DIFFER", "articleIds",
					"'articleIds' must be all articles that are pinned there, each once");
		}
	}

	private static long article(String id, String field) {
		return NodeId.parse(id, "Article", field);
	}

}
