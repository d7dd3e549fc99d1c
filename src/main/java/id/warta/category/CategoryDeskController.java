package id.warta.category;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class CategoryDeskController {

	private final CategoryDesk desk;

	CategoryDeskController(CategoryDesk desk) {
		this.desk = desk;
	}

	@MutationMapping
	Mono<CategoryPayload> createCategory(@Argument CreateCategoryInput input, DataFetchingEnvironment environment) {
		return this.desk.create(Viewer.of(environment), input).map(CategoryPayload::new);
	}

	@MutationMapping
	Mono<CategoryPayload> editCategory(@Argument EditCategoryInput input, DataFetchingEnvironment environment) {
		return this.desk.edit(Viewer.of(environment), input).map(CategoryPayload::new);
	}

	@MutationMapping
	Mono<CategoryPayload> moveCategory(@Argument MoveCategoryInput input, DataFetchingEnvironment environment) {
		return this.desk.move(Viewer.of(environment), input).map(CategoryPayload::new);
	}

	@MutationMapping
	Mono<CategoryPayload> mergeCategories(@Argument MergeCategoriesInput input, DataFetchingEnvironment environment) {
		return this.desk.merge(Viewer.of(environment), input).map(CategoryPayload::new);
	}

	@MutationMapping
	Mono<DeleteCategoryPayload> deleteCategory(@Argument DeleteCategoryInput input,
			DataFetchingEnvironment environment) {
		return this.desk.delete(Viewer.of(environment), input);
	}

}
