"""考核任务: which campaigns a person is in, and which of them the talk is about."""

from dataclasses import replace

from handlers.context import Context
from handlers.messages import Reply
from handlers.speaker import Speaker
from store.records import Account, Contact
from store.unit_of_work import UnitOfWork


def speaker_of(account: Account, uow: UnitOfWork) -> Speaker | None:
    """The person that the account speaks as: in the campaign chosen last, else in the one opened last."""
    chosen = [person for person in account.contacts if person.campaign_id == account.current_campaign_id]
    for person in (*chosen, *reversed(account.contacts)):
        campaign = uow.campaigns.get(person.campaign_id)
        if campaign is not None and (campaign.state == "open" or chosen):
            return Speaker(as_asked(account, person), person, campaign)
    return None


def as_asked(account: Account, person: Contact) -> Account:
    """The account without a question that it was asked as somebody else, in another campaign or role."""
    dialog = account.dialog
    return account if dialog is None or dialog.get("asked") == person.id else replace(account, dialog=None)


def switch(text: str, context: Context) -> Reply:
    """List the speaker's campaigns, or talk about the one named from now on."""
    account = context.speaker.account
    campaigns = [context.uow.campaigns.get(person.campaign_id) for person in account.contacts]
    own = [campaign for campaign in campaigns if campaign is not None]
    wanted = text.strip()
    for place, campaign in enumerate(own, start=1):
        if wanted and wanted in (str(place), campaign.name):
            context.uow.accounts.set_current_campaign(account, campaign.id)
            return Reply(f"好的，现在说的是《{campaign.name}》。回“帮助”看用法。")
    lines = [f"您参加的考核任务{len(own)}个，现在说的是《{context.speaker.campaign.name}》："]
    lines += [f"{place} {campaign.name}" for place, campaign in enumerate(own, start=1)]
    if len(own) > 1:
        lines.append("回“切换 序号”换一个。")
    return Reply("\n".join(lines))
