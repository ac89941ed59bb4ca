"""The components of Pinterest's Event Quality Score: what brings each one, and what it would do where it is missing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Component:
    """``name`` is Pinterest's; ``path`` is the field that brings it; ``would`` ends the sentence "Adding it would …".

    The ``resilient`` ones outlive cookies. ``pointless_for`` are platforms of the guide on which Pinterest makes no use
    of it, though the catalogue's field has a place there.
    """

    name: str
    label: str
    path: str
    would: str
    resilient: bool = False
    pointless_for: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The field as it stands in the JSON: ``click_id``."""
        return self.path.rpartition(".")[2]


# The components of the conversion_eqs endpoint. Pinterest's help calls the first five resilient.
COMPONENTS: tuple[Component, ...] = (
    Component(
        name="hashed_email",
        label="e-mail",
        path="user_data.em",
        would="let Pinterest recognise the customer on any device, even without cookies",
        resilient=True,
    ),
    Component(
        name="advertiser_external_id",
        label="external ID",
        path="user_data.external_id",
        would="let Pinterest tie the events of one customer together, visit after visit, even without cookies",
        resilient=True,
    ),
    Component(
        name="click_id_epik",
        label="click ID",
        path="user_data.click_id",
        would="let Pinterest join the event to the ad click it came from, even without cookies",
        resilient=True,
    ),
    Component(
        name="ip_address",
        label="IP address",
        path="user_data.client_ip_address",
        would="let Pinterest match the event without an e-mail, together with the user agent",
        resilient=True,
    ),
    Component(
        name="hashed_maid",
        label="mobile ad ID",
        path="user_data.hashed_maids",
        would="let Pinterest match the event to the phone that the app runs on",
        resilient=True,
    ),
    Component(
        name="user_agent",
        label="user agent",
        path="user_data.client_user_agent",
        would="let Pinterest match the event without an e-mail, together with the IP address",
    ),
    Component(
        name="external_event_id",
        label="event ID",
        path="event_id",
        would="let Pinterest drop the copy that the tag sends, so that the event counts once",
        pointless_for=("offline",),  # offline events are not deduplicated
    ),
    Component(
        name="order_id",
        label="order ID",
        path="custom_data.order_id",
        would="let Pinterest notice when the same order arrives twice",
    ),
    Component(
        name="order_value",
        label="order value",
        path="custom_data.value",
        would="let Pinterest compute the return on ad spend",
    ),
    Component(
        name="product_id",
        label="product ID",
        path="custom_data.content_ids",
        would="connect the event with the products in your catalogue and their ads",
    ),
    Component(
        name="source_url",
        label="page URL",
        path="event_source_url",
        would="show Pinterest the page it happened on, whose address may carry a click ID",
    ),
)
