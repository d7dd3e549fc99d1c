package id.warta.placement;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PlacementNewsroomController {

	private final PlacementNewsroom newsroom;

	private final Pinning pinning;

	private final PinTable pins;

	private final Categories categories;

	PlacementNewsroomController(PlacementNewsroom newsroom, Pinning pinning, PinTable pins, Categories categories) {
		this.newsroom = newsroom;
		this.pinning = pinning;
		this.pins = pins;
		this.categories = categories;
	}

	@QueryMapping
	Flux<NewsroomPlacement> newsroomPlacements(DataFetchingEnvironment environment) {
		return this.newsroom.all(Viewer.of(environment)).map(NewsroomPlacement::of);
	}

	@QueryMapping
	Mono<NewsroomPlacement> newsroomPlacement(@Argument String id, DataFetchingEnvironment environment) {
		return this.newsroom.byId(Viewer.of(environment), id).map(NewsroomPlacement::of);
	}

	@SchemaMapping
	@Nullable Category category(NewsroomPlacement placement) {
		return (placement.categoryId() != null) ? this.categories.byId(placement.categoryId()) : null;
	}

	@BatchMapping
	Mono<Map<NewsroomPlacement, List<PlacementPin>>> pins(List<NewsroomPlacement> placements) {
		return this.pins.of(placements.stream().map(NewsroomPlacement::key).distinct().toList())
			.collect(Collectors.groupingBy(PlacementPin::placementId))
			.map((pins) -> placements.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(),
						(placement) -> pins.getOrDefault(placement.key(), List.of()))));
	}

	@MutationMapping
	Mono<PlacementPayload> createPlacement(@Argument CreatePlacementInput input, DataFetchingEnvironment environment) {
		return payload(this.newsroom.create(Viewer.of(environment), input));
	}

	@MutationMapping
	Mono<PlacementPayload> editPlacement(@Argument EditPlacementInput input, DataFetchingEnvironment environment) {
		return payload(this.newsroom.edit(Viewer.of(environment), input));
	}

	@MutationMapping
	Mono<DeletePlacementPayload> deletePlacement(@Argument DeletePlacementInput input,
			DataFetchingEnvironment environment) {
		return this.newsroom.delete(Viewer.of(environment), input)
			.map((placement) -> new DeletePlacementPayload(NewsroomPlacement.of(placement).id()));
	}

	@MutationMapping
	Mono<PlacementPayload> pinToPlacement(@Argument PinToPlacementInput input, DataFetchingEnvironment environment) {
		return payload(this.pinning.pin(Viewer.of(environment), input));
	}

	@MutationMapping
	Mono<PlacementPayload> unpinFromPlacement(@Argument UnpinFromPlacementInput input,
			DataFetchingEnvironment environment) {
		return payload(this.pinning.unpin(Viewer.of(environment), input));
	}

	@MutationMapping
	Mono<PlacementPayload> orderPlacement(@Argument OrderPlacementInput input, DataFetchingEnvironment environment) {
		return payload(this.pinning.order(Viewer.of(environment), input));
	}

	private static Mono<PlacementPayload> payload(Mono<Placement> changed) {
		return changed.map(NewsroomPlacement::of).map(PlacementPayload::new);
	}

}
